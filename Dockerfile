FROM node:24-bookworm-slim AS packages
WORKDIR /kinplan
COPY package.json package-lock.json .npmrc ./
COPY packages/domain/package.json packages/domain/
COPY packages/ui/package.json packages/ui/
COPY packages/private-draft/package.json packages/private-draft/
COPY packages/server/package.json packages/server/
COPY packages/family/package.json packages/family/
COPY packages/staff/package.json packages/staff/
COPY packages/testkit/package.json packages/testkit/

FROM packages AS build
RUN npm ci
COPY . .
RUN node scripts/generate.mjs && node scripts/build.mjs

# What runs needs neither the build tools nor the Node that npm brings to older machines.
FROM packages AS installed
RUN npm ci --omit=dev --omit=optional && mkdir -p packages/server/node_modules

FROM node:24-bookworm-slim
ENV NODE_ENV=production HOST=0.0.0.0 KINPLAN_CHECKPOINTS=/kinplan/checkpoints
WORKDIR /kinplan
RUN mkdir .data checkpoints && chown node:node .data checkpoints && chmod 700 .data checkpoints
COPY --from=installed /kinplan/package.json ./
COPY --from=installed /kinplan/node_modules node_modules
COPY --from=installed /kinplan/packages/server/node_modules packages/server/node_modules
COPY prisma prisma
COPY packages/server/package.json packages/server/
COPY --from=build /kinplan/packages/server/dist packages/server/dist
COPY --from=build /kinplan/packages/family/dist packages/family/dist
COPY --from=build /kinplan/packages/staff/dist packages/staff/dist
USER node
VOLUME /kinplan/.data /kinplan/checkpoints
EXPOSE 4000
CMD ["node", "--enable-source-maps", "packages/server/dist/main.js"]
