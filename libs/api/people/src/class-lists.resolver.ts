import { Allow } from '@mintforge/platform';
import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { ClassLists } from './class-lists.service';
import { ClassListPreview, ClassListResult, ImportClassListArgs, PreviewClassListArgs } from './class-lists.types';

/** Class lists for the console; the file was uploaded by POST /files. */
@Resolver()
export class ClassListsResolver {
  constructor(private readonly lists: ClassLists) {}

  @Query(() => ClassListPreview)
  @Allow('people.write')
  previewClassList(@Args() args: PreviewClassListArgs): Promise<ClassListPreview> {
    return this.lists.preview(args);
  }

  @Mutation(() => ClassListResult)
  @Allow('people.write')
  importClassList(@Args() args: ImportClassListArgs): Promise<ClassListResult> {
    return this.lists.import(args);
  }
}
