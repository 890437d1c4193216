//go:build linux || darwin || freebsd

package bleveindex

import "golang.org/x/sys/unix"

// freeBytes returns the space that this user may still write in the file system
// of dir.
func freeBytes(dir string) (free int64, known bool) {
	var st unix.Statfs_t
	if err := unix.Statfs(dir, &st); err != nil {
		return 0, false
	}
	return int64(uint64(st.Bavail) * uint64(st.Bsize)), true
}
