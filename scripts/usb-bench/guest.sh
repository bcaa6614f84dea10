# Second program of the guest: brings up USB, with sockets that nothing but a program can plug something into, runs the
# tests and switches off. What it writes stays in memory, but for /out. /out/settings.sh says where things are.
. /out/settings.sh
export PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin HOME=/root LC_ALL=C.UTF-8
mount -t tmpfs tmpfs /run
mount -t tmpfs tmpfs /tmp
mkdir -p /dev/shm /dev/pts
mount -t tmpfs tmpfs /dev/shm
mount -t devpts devpts /dev/pts
ip link set lo up
for module in usbhid hid_generic cdc_acm "dummy_hcd num=6 is_high_speed=1" \
  libcomposite usb_f_printer usb_f_hid usb_f_acm; do
  # shellcheck disable=SC2086 # a module and its settings
  modprobe -d "$KERNEL" -S "$RELEASE" $module
done
mount -t configfs configfs /sys/kernel/config
# Tells programs what is plugged in, as on each Linux; libusb believes nobody else.
/lib/systemd/systemd-udevd --daemon
export KERNEL RELEASE
# shellcheck disable=SC2086 # the tests that were asked for
cd "$PROJECT" && "$NODE" node_modules/vitest/vitest.mjs run $TESTS --config test/usb-bench/vitest.config.ts \
  --reporter=default --reporter=json --outputFile.json=/out/report.json > /out/console.log 2>&1
echo $? > /out/status
sync
echo o > /proc/sysrq-trigger
sleep 30
