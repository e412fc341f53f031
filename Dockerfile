# Kiku in a container. Build it with `docker build -t kiku .` or `az acr build -t kiku:VERSION .`; see docs/deploying.md.
# The tag names one version of Node; for one image for good, pass --build-arg NODE_IMAGE=node@sha256:… .
ARG NODE_IMAGE=node:24.21.0-bookworm-slim

FROM ${NODE_IMAGE} AS packages
WORKDIR /app
COPY package.json package-lock.json ./
# The lock holds versions and digests and no addresses: npm takes the packages from the registry that it is set to, the public one unless
# the build says otherwise, and refuses whatever has another digest. Not `npm ci`: it wants every platform's optional binaries of the development
# dependencies in the lock, and fails. Nothing that Kiku needs at run time has an install script.
RUN npm install --omit=dev --ignore-scripts --no-audit --no-fund

FROM ${NODE_IMAGE}
# Nothing is installed at run time, so what installs goes.
RUN rm -rf /usr/local/lib/node_modules /usr/local/bin/npm /usr/local/bin/npx /usr/local/bin/corepack /opt/yarn-* /usr/local/bin/yarn /usr/local/bin/yarnpkg
ENV NODE_ENV=production
WORKDIR /app
COPY --from=packages /app/node_modules ./node_modules
COPY package.json LICENSE ./
COPY knowledge ./knowledge
COPY cards ./cards
COPY src ./src
# Everything above belongs to root: this user can read it and write nowhere but in /tmp, and does not even write there.
USER 1000:1000
EXPOSE 3978
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=30s --timeout=5s --start-period=30s --retries=3 \
  CMD ["node", "--eval", "fetch(`http://127.0.0.1:${process.env.PORT ?? 3978}/healthz`).then((answer) => process.exit(answer.ok ? 0 : 1), () => process.exit(1))"]
# Node is the first process and gets the signals itself; npm would keep them. It may read files and write none, and start no other program:
# a file system that is read-only wherever this runs, also where the platform cannot make it so.
ENTRYPOINT ["node", "--permission", "--allow-fs-read=*", "--disable-warning=ExperimentalWarning"]
CMD ["src/main.ts"]
