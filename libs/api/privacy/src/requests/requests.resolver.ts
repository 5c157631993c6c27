import { Allow, ListOf, type List } from '@mintforge/platform';
import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { AccessCopies } from './access-copies';
import { Erasures } from '../erasure/erasures.service';
import { ErasureLine, SubjectRequest, SubjectRequestPage } from './requests.entities';
import { ExtendArgs, IdentifyArgs, LiftArgs, ProposeErasureArgs, RefuseArgs, RegisterRequestArgs, RequestArgs, RequestsArgs } from './requests.inputs';
import { RequestReads } from './requests.reads';
import { Requests } from './requests.service';

const RequestList = ListOf(SubjectRequest, 'SubjectRequestList');
const id = { type: () => ID };

/** Requests of people whose data we hold, for the console. */
@Resolver()
export class RequestsResolver {
  constructor(
    private readonly writes: Requests,
    private readonly reads: RequestReads,
    private readonly copies: AccessCopies,
    private readonly erasures: Erasures,
  ) {}

  @Query(() => RequestList)
  @Allow('requests.read')
  subjectRequests(@Args() args: RequestsArgs): Promise<List<SubjectRequest>> {
    return this.reads.list(args);
  }

  @Query(() => SubjectRequestPage)
  @Allow('requests.read')
  subjectRequest(@Args('id', id) requestId: string): Promise<SubjectRequestPage> {
    return this.reads.page(requestId);
  }

  @Query(() => [ErasureLine], { description: 'What erasing the person of a request would do, table by table' })
  @Allow('requests.read')
  erasurePreview(@Args('requestId', id) requestId: string): Promise<ErasureLine[]> {
    return this.erasures.preview(requestId);
  }

  @Mutation(() => ID)
  @Allow('requests.write')
  registerRequest(@Args() args: RegisterRequestArgs): Promise<string> {
    return this.writes.register(args);
  }

  @Mutation(() => SubjectRequestPage, { description: 'How we know who asks; a restriction or an objection takes effect' })
  @Allow('requests.write')
  async identifyRequester(@Args() args: IdentifyArgs): Promise<SubjectRequestPage> {
    return this.after(args, this.writes.identify(args));
  }

  @Mutation(() => SubjectRequestPage, { description: 'Two further months; the reason is told on this day' })
  @Allow('requests.write')
  async extendRequest(@Args() args: ExtendArgs): Promise<SubjectRequestPage> {
    return this.after(args, this.writes.extend(args));
  }

  @Mutation(() => SubjectRequestPage, { description: 'Copies of all data, as JSON and PDF, for a day' })
  @Allow('exports.read')
  async makeCopy(@Args() args: RequestArgs): Promise<SubjectRequestPage> {
    return this.after(args, this.copies.make(args));
  }

  @Mutation(() => SubjectRequestPage)
  @Allow('requests.write')
  async answerRequest(@Args() args: RequestArgs): Promise<SubjectRequestPage> {
    return this.after(args, this.writes.answer(args));
  }

  @Mutation(() => SubjectRequestPage)
  @Allow('requests.write')
  async refuseRequest(@Args() args: RefuseArgs): Promise<SubjectRequestPage> {
    return this.after(args, this.writes.refuse(args));
  }

  @Mutation(() => SubjectRequestPage, { description: 'The person took it back' })
  @Allow('requests.write')
  async withdrawRequest(@Args() args: RequestArgs): Promise<SubjectRequestPage> {
    return this.after(args, this.writes.withdraw(args));
  }

  @Mutation(() => SubjectRequestPage, { description: 'Ends a granted restriction or objection' })
  @Allow('requests.write')
  async liftLimit(@Args() args: LiftArgs): Promise<SubjectRequestPage> {
    return this.after(args, this.writes.lift(args));
  }

  @Mutation(() => SubjectRequestPage, { description: 'Another person executes it' })
  @Allow('erasures.propose')
  async proposeErasure(@Args() args: ProposeErasureArgs): Promise<SubjectRequestPage> {
    return this.after(args, this.erasures.propose(args));
  }

  @Mutation(() => SubjectRequestPage)
  @Allow('requests.write')
  async discardErasure(@Args('requestId', id) requestId: string, @Args('erasureId', id) erasureId: string): Promise<SubjectRequestPage> {
    return this.after({ id: requestId }, this.erasures.discard(erasureId));
  }

  @Mutation(() => SubjectRequestPage, { description: 'Nobody can undo this; not by who proposed it' })
  @Allow('erasures.execute')
  async executeErasure(@Args('requestId', id) requestId: string, @Args('erasureId', id) erasureId: string): Promise<SubjectRequestPage> {
    return this.after({ id: requestId }, this.erasures.execute(erasureId));
  }

  private async after({ id: requestId }: { id: string }, done: Promise<void>): Promise<SubjectRequestPage> {
    await done;
    return this.reads.page(requestId);
  }
}
