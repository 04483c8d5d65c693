#!/bin/sh
# nginx with nchan, one worker: nchan.sh PORT FOLDER
# On Debian: apt-get install --no-install-recommends nginx libnginx-mod-nchan
set -e
port=$1 folder=$2
module=/usr/lib/nginx/modules/ngx_nchan_module.so
if [ ! -e $module ]; then
    echo "nchan is missing: apt-get install --no-install-recommends nginx libnginx-mod-nchan"
    exit 1
fi
cat > "$folder/nginx.conf" <<EOF
load_module $module;
daemon off;
$([ "$(id -u)" = 0 ] && echo "user root;")
worker_processes 1;
worker_rlimit_nofile $(ulimit -n);
pid $folder/nginx.pid;
error_log $folder/error.log warn;
events {
    # Twice as many as can be: nginx begins to hang up on tabs when only a sixteenth of these is left.
    worker_connections $(($(ulimit -n) * 2));
    multi_accept on;
}
http {
    access_log off;
    client_body_temp_path $folder;
    proxy_temp_path $folder;
    fastcgi_temp_path $folder;
    uwsgi_temp_path $folder;
    scgi_temp_path $folder;
    client_body_buffer_size 64k;
    keepalive_requests 100000000;
    keepalive_timeout 3600;
    tcp_nodelay on;
    nchan_shared_memory_size 256M;
    server {
        listen 127.0.0.1:$port backlog=4096;
        location ~ ^/pub/(\w+)\$ {
            nchan_publisher http;
            nchan_channel_id \$1;
            nchan_message_buffer_length 100;
            nchan_message_timeout 30s;
        }
        location ~ ^/ws/(\w+)\$ {
            nchan_subscriber websocket;
            nchan_channel_id \$1;
            nchan_subscriber_first_message newest;
            nchan_subscriber_timeout 0;
        }
    }
}
EOF
exec nginx -c "$folder/nginx.conf" -p "$folder" -e "$folder/error.log"
