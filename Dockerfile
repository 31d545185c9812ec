# syntax=docker/dockerfile:1
FROM node:22-slim AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci --ignore-scripts
COPY tsconfig.json tsconfig.build.json ./
COPY src ./src
RUN npm run build

FROM node:22-slim AS dependencies
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci --omit=dev --ignore-scripts

FROM node:22-slim
ENV NODE_ENV=production
ENV PORT=3000
WORKDIR /app
COPY package.json ./
COPY bin ./bin
COPY kb-data ./kb-data
COPY --from=dependencies /app/node_modules ./node_modules
COPY --from=build /app/dist ./dist
# Whoever the container runs as can write here, and nowhere else but /tmp; mount a volume to keep it. With PostgreSQL it
# is not needed, and the root file system can be read only (--read-only --tmpfs /tmp).
RUN mkdir -m 1777 data
USER node
EXPOSE 3000
# Alive, not ready: a container is not to be ended because Slack is away.
HEALTHCHECK --interval=30s --timeout=5s --start-period=20s CMD ["node", "-e", "fetch('http://127.0.0.1:' + process.env.PORT + '/healthz').then(r => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "bin/substatus.js", "serve"]
