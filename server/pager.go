package server

import "strconv"

// A pager leads through the pages of a list. The zero pager, for a single page,
// shows nothing.
type pager struct {
	Previous, Next string // addresses; empty: there is none
	Pages          []pageLink
}

// A pageLink is one page, or a gap between pages when URL is empty and it is not
// current.
type pageLink struct {
	Number  string
	URL     string
	Current bool
	Gap     bool
}

// newPager makes the pager of page current out of last; url gives the address
// of a page.
func newPager(current, last int, url func(page int) string) pager {
	if last < 2 || current > last {
		return pager{}
	}
	var p pager
	if current > 1 {
		p.Previous = url(current - 1)
	}
	if current < last {
		p.Next = url(current + 1)
	}
	for _, n := range pageWindow(current, last) {
		switch {
		case n == 0:
			p.Pages = append(p.Pages, pageLink{Gap: true})
		case n == current:
			p.Pages = append(p.Pages, pageLink{Number: strconv.Itoa(n), Current: true})
		default:
			p.Pages = append(p.Pages, pageLink{Number: strconv.Itoa(n), URL: url(n)})
		}
	}
	return p
}

// pageWindow lists the pages to show: the first, the last, the current with its
// neighbours, and 0 for a gap of at least two pages.
func pageWindow(current, last int) []int {
	var out []int
	previous := 0
	for n := 1; n <= last; n++ {
		if n != 1 && n != last && (n < current-1 || n > current+1) {
			if n < current-1 {
				n = current - 2 // nothing between needs a look
			} else {
				n = last - 1
			}
			continue
		}
		switch n - previous {
		case 1:
		case 2:
			out = append(out, previous+1)
		default:
			out = append(out, 0)
		}
		out = append(out, n)
		previous = n
	}
	return out
}

// lastPage is the number of pages of total hits; at least 1.
func lastPage(total, size int) int { return max(1, (total+size-1)/size) }
