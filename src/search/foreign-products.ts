/**
 * Products that are none of ours. A question that names one is about that product, however many of its other words
 * stand in an article; but where an article does name it (Tomcat behind IIS), it is a word like any other.
 */
const foreignProducts = new Set(
  `airflow android angular ansible apache argocd artifactory aws bash bigquery bitbucket caddy cassandra celery ceph
  chrome circleci clickhouse cloudflare cloudfront confluence consul couchdb crashloopbackoff datadog debian django
  docker dynamodb ec2 ecs eks elasticsearch envoy etcd fastly fedora firebase flask flutter gcp gerrit git github
  gitlab golang gradle grafana graphql hadoop haproxy hashicorp helm heroku hive homebrew influxdb ingress ios iphone
  istio java jenkins jetty jira jboss jvm kafka keycloak kibana kotlin kubectl kubelet kubernetes k8s lambda laravel
  linux logstash loki lua macos magento mariadb maven memcached minio mongo mongod mongodb mysql nagios nats neo4j
  netlify nginx nodejs nomad npm okta openshift opensearch openssl openstack oracle pagerduty pip podman postfix
  postgres postgresql prometheus pulsar puppet pypi pytest python pytorch rabbitmq rails redhat redis ruby rust s3
  salesforce sap sentry slack snowflake solr spark splunk spring ssh supabase svn systemd tableau teams telegraf
  tensorflow terraform tomcat traefik typescript ubuntu unicorn uwsgi vagrant varnish vault vercel webpack wildfly
  wordpress yarn zabbix zookeeper zoom`.split(/\s+/),
);

/** Whether a word (any case) names a product of another field. */
export function isForeignProduct(word: string): boolean {
  return foreignProducts.has(word.toLowerCase());
}
