#!/bin/busybox sh
# First program of the guest, in its own small memory: lays a layer of memory over the host's files and goes there.
box=/bin/busybox
$box mount -t proc proc /proc
$box mount -t sysfs sys /sys
$box mount -t devtmpfs dev /dev
for module in /modules/*; do $box insmod "$module"; done
$box mount -t 9p -o trans=virtio,version=9p2000.L,msize=1048576,ro,cache=loose host /host
$box mount -t tmpfs memory /memory
$box mkdir /memory/upper /memory/work
$box mount -t overlay -o lowerdir=/host,upperdir=/memory/upper,workdir=/memory/work overlay /root
for tree in dev proc sys; do $box mount --move /$tree /root/$tree; done
$box mkdir -p /root/out
$box mount -t 9p -o trans=virtio,version=9p2000.L,msize=1048576 out /root/out
exec $box switch_root /root /bin/sh /out/guest.sh
