/* What a designer would circle on the page as it stands in the window: a list of "kind: where: what". `root` is the slide that is
   shown, or the page. Text that is only for who hears the page, and what is folded away, is not looked at. */
() => {
    const root = document.querySelector(".deck .slide.current") ?? document.body
    const stage = root === document.body ? null : root.getBoundingClientRect()
    const HOLE = 240 * (stage ? stage.width / 1280 : 1) // pixels
    const main = root.querySelector("[data-testid=stMain]") ?? root
    const faults = new Set()
    const tell = (kind, element, text) => faults.add(`${kind}: ${place(element)}: ${text.trim().replace(/\s+/g, " ").slice(0, 90)}`)

    const place = (element) => {
        const named = element.closest("[class*=st-key-], [id], figure, table, section") ?? element
        const key = [...named.classList].find((name) => name.startsWith("st-key-")) ?? (named.id || named.tagName.toLowerCase())
        const slide = element.closest(".slide.divider") ? "divider " : ""
        return `${slide}${key} ${element.tagName.toLowerCase()}${[...element.classList].filter((name) => !/^st-emotion|^e\w+\d$/.test(name)).slice(0, 2).map((name) => `.${name}`).join("")}`
    }
    const styles = new Map()
    const style = (element) => styles.get(element) ?? styles.set(element, getComputedStyle(element)).get(element)
    const parents = function* (element) { for (let one = element; one; one = one.parentElement) yield one }

    const isHidden = (element) => {
        if (!element.checkVisibility({ opacityProperty: true, visibilityProperty: true })) return true
        for (const one of parents(element)) {
            const { clipPath, clip, position } = style(one)
            if (clipPath.startsWith("inset(50%") || clipPath.startsWith("inset(100%")) return true
            if (position === "absolute" && clip !== "auto") return true
            if (["STYLE", "SCRIPT", "TITLE", "DESC", "TEMPLATE", "OPTION", "METADATA"].includes(one.tagName.toUpperCase())) return true
            if (one === root) break
        }
        return false
    }
    const hidden = new Map()
    const isSeen = (element) => !(hidden.get(element) ?? hidden.set(element, isHidden(element)).get(element))

    // What a chart keeps beyond its edge, for a wider window, is not drawn at all.
    const isBeyond = ({ element, boxes }) => {
        const edge = element.closest(".drawn-chart")?.getBoundingClientRect()
        return edge && boxes.every(({ left, right }) => right < edge.left + 1 || left > edge.right - 1)
    }

    // Every piece of text with the boxes it is drawn in, line by line.
    const pieces = []
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const element = node.parentElement
        if (!isSeen(element)) continue
        const range = document.createRange()
        range.selectNodeContents(node)
        const boxes = [...range.getClientRects()].filter(({ width, height }) => width > 1 && height > 1)
        const text = { node, element, boxes, isDrawn: element.namespaceURI.endsWith("svg") }
        if (!isBeyond(text)) pieces.push(text)
    }

    const texts = pieces.filter(({ node, boxes }) => node.data.trim() && boxes.length)

    // Clipped, or outside of the window or of the card.
    const isSaid = (element, text) => [...parents(element)].slice(0, 4).some((one) =>
        [one.title, one.ariaLabel, one.dataset?.full].some((said) => said?.replace(/\s+/g, " ").includes(text)))
    const isCard = (element) => {
        const { borderTopWidth, borderLeftWidth, borderBottomWidth, borderRightWidth, borderTopStyle } = style(element)
        return borderTopStyle !== "none" && [borderTopWidth, borderLeftWidth, borderBottomWidth, borderRightWidth].every((width) => parseFloat(width) >= 1)
    }
    for (const { element, boxes, node } of texts) {
        const text = node.data.trim().replace(/\s+/g, " ")
        const left = Math.min(...boxes.map((box) => box.left)), right = Math.max(...boxes.map((box) => box.right))
        const top = Math.min(...boxes.map((box) => box.top)), bottom = Math.max(...boxes.map((box) => box.bottom))
        const key = element.closest("g.legend")?.querySelector("rect.bg") // a key of Plotly's is cut off at its edge
        if (key && right > key.getBoundingClientRect().right + 1.5) tell("clipped", element, text)
        let across = true, down = true, hasCard = false
        for (const one of parents(element)) {
            if (one === document.body || one === document.documentElement) break
            const { overflowX, overflowY, position, display } = style(one)
            const box = one.getBoundingClientRect()
            const sides = across && (left < box.left - 1.5 || right > box.right + 1.5)
            const ends = down && (bottom > box.bottom + (bottom - top) * 0.3 || top < box.top - (bottom - top) * 0.3)
            const cut = (sides && /hidden|clip/.test(overflowX)) || (ends && /hidden|clip/.test(overflowY) && box.height > 0)
            if (cut && box.width > 1 && display !== "inline" && !isSaid(element, text)) { tell("clipped", element, text); break }
            if (!hasCard && display !== "inline" && isCard(one)) {
                hasCard = true
                if (sides || (down && (bottom > box.bottom + 1.5 || top < box.top - 1.5))) { tell("outside of its card", element, text); break }
            }
            if (/auto|scroll/.test(overflowX)) across = across && one.scrollWidth <= one.clientWidth + 1
            if (/auto|scroll/.test(overflowY)) down = false
            if (position === "fixed") break
        }
        if (across && (left < -1 || right > innerWidth + 1)) tell("outside of the window", element, text)
        if (element.scrollWidth > element.clientWidth + 1 && style(element).textOverflow === "ellipsis" && !isSaid(element, text)) tell("clipped", element, text)
    }
    // A page that can be moved sideways hides what is at its right edge.
    if (main !== root && main.scrollWidth > main.clientWidth + 1) {
        const widest = texts.filter(({ boxes }) => Math.max(...boxes.map((box) => box.right)) > main.getBoundingClientRect().left + main.clientWidth + 1)
        tell("wider than the page", main, widest[0]?.node.data ?? "")
    }
    for (const field of root.querySelectorAll("input[placeholder]:placeholder-shown")) {
        if (!isSeen(field) || field.clientWidth < 30) continue
        const { font, paddingLeft, paddingRight } = style(field)
        const pen = document.createElement("canvas").getContext("2d")
        pen.font = font
        const room = field.clientWidth - parseFloat(paddingLeft) - parseFloat(paddingRight)
        if (pen.measureText(field.placeholder).width > room + 1) tell("clipped", field, field.placeholder)
    }

    // Words broken in themselves, and last lines of one short word. A block's letters are read as one text.
    const blockOf = (element) => {
        for (const one of parents(element)) {
            const { display } = style(one)
            if (!/^(inline|inline-block|contents|ruby)$/.test(display) || one === root) return one
        }
    }
    const blocks = Map.groupBy(pieces.filter((text) => !text.isDrawn && !text.element.closest("pre, code, textarea")), ({ element }) => blockOf(element))
    const lettersOf = (those) => those.flatMap(({ node, element }) => {
        const range = document.createRange()
        return [...node.data].reduce(({ letters, at }, letter) => {
            range.setStart(node, at)
            range.setEnd(node, at + letter.length)
            const box = range.getClientRects()[0]
            if (letter.trim() ? box && box.width > 0 : true) letters.push({ letter, box, element, node })
            return { letters, at: at + letter.length }
        }, { letters: [], at: 0 }).letters
    })
    const isLetter = (letter) => /[\p{L}\p{N}\p{M}]/u.test(letter)
    const isOfWord = (letter) => /[\p{L}\p{N}\p{M}’”)\]」』%]/u.test(letter) // a particle hangs on a quote, too
    const DATE = /\d{4}\. \d{1,2}\. \d{1,2}\.|(?<![\d.] ?)\d{1,2}\. \d{1,2}\.|\d{4}-\d\d-\d\d/g
    const isSetApart = (element) => style(element).display === "inline-block" && parseFloat(style(element).marginLeft) + parseFloat(style(element).marginRight) > 0
    const isApart = (one, next) => one.node.nextSibling?.nodeName === "BR" || next.node.previousSibling?.nodeName === "BR"
        || (one.element !== next.element && (isSetApart(one.element) || isSetApart(next.element)))
    const isBelow = (box, other) => box.top > other.top + other.height * 0.6
    for (const [block, those] of blocks) {
        if (those.length === 1 && those[0].boxes.length < 2) continue
        const letters = lettersOf(those)
        if (!letters.some(({ letter }) => letter.trim())) continue
        let line = [], lines = [line], previous, word = []
        const endWord = () => {
            const broken = word.findIndex(({ box }, place) => place && isBelow(box, word[place - 1].box))
            if (broken > 0) {
                const width = word.reduce((sum, { box }) => sum + box.width, 0)
                const letter = word.map((one) => one.letter).join("")
                if (word.length <= 12 || width <= block.clientWidth) tell("broken word", word[0].element, `${letter.slice(0, broken)}|${letter.slice(broken)}`)
            }
            word = []
        }
        for (const one of letters) {
            if (!one.letter.trim()) { endWord(); if (previous) line.push(one); continue }
            const isNext = !previous || previous.node === one.node || !isApart(previous, one)
            if (previous && isBelow(one.box, previous.box)) lines.push((line = []))
            if (!isNext) endWord()
            if (isOfWord(one.letter)) word.push(one); else endWord()
            line.push(one)
            previous = one
        }
        endWord()
        for (const { 0: date, index } of letters.map(({ letter }) => letter).join("").matchAll(DATE)) {
            const boxes = letters.slice(index, index + date.length).filter(({ letter }) => letter.trim()).map(({ box }) => box)
            if (boxes.some((box) => isBelow(box, boxes[0]))) tell("broken date", block, date)
        }
        const last = lines.at(-1).map(({ letter }) => letter).join("").trim()
        const isForced = /\n\s*$/.test(lines.at(-2)?.map(({ letter }) => letter).join("") ?? "") && style(block).whiteSpace.startsWith("pre")
            || lines.at(-1)[0]?.node.previousSibling?.nodeName === "BR"
        const short = [...last].filter(isLetter)
        const wide = lines.map((line) => Math.max(...line.map(({ box }) => box?.right ?? 0)) - Math.min(...line.map(({ box }) => box?.left || Infinity)))
        const hasChoice = lines.length > 2 || /\S\s+\S/.test(lines[0].map(({ letter }) => letter).join(""))
        if (lines.length > 1 && hasChoice && !isForced && short.length <= 2 && !/\s/.test(last) && wide.at(-1) < Math.max(...wide) / 3) tell("orphan", block, letters.map(({ letter }) => letter).join("").slice(-80))
    }

    // What a box cuts off or scrolls is not there for the eye; what the page scrolls is.
    const windows = new Map()
    const windowsOf = (element) => windows.get(element) ?? windows.set(element, [...parents(element)].filter((one) =>
        !one.contains(main) && /auto|scroll|hidden|clip/.test(style(one).overflowY)).map((one) => one.getBoundingClientRect())).get(element)
    const isInside = (element, { top, bottom }) => windowsOf(element).every((window) => (top + bottom) / 2 > window.top && (top + bottom) / 2 < window.bottom)

    // Texts written over each other. A line's box is higher than its letters.
    const layerOf = (element) => {
        for (const one of parents(element)) if (one.contains(root)) return null; else if (/fixed|sticky/.test(style(one).position) || (style(one).position === "absolute" && parseInt(style(one).zIndex) >= 10)) return one
        return null
    }
    const isSlanted = (element) => { // the box of slanted letters is larger than they are
        const { a, b } = element.getScreenCTM?.() ?? { a: 1, b: 0 }
        return Math.abs(a) > 0.01 && Math.abs(b) > 0.01
    }
    const drawn = texts.filter(({ element }) => !isSlanted(element)).flatMap(({ node, element, boxes }) => boxes.filter((box) => isInside(element, box)).map(({ left, right, top, bottom, height }) =>
        ({ node, element, left: left + 1, right: right - 1, top: top + height * 0.22, bottom: bottom - height * 0.22, layer: layerOf(element) })))
        .sort((one, other) => one.top - other.top)
    drawn.forEach((one, place) => {
        for (let next = place + 1; next < drawn.length && drawn[next].top < one.bottom - 1; next++) {
            const other = drawn[next]
            if (one.node === other.node || one.layer !== other.layer) continue
            const wide = Math.min(one.right, other.right) - Math.max(one.left, other.left)
            const high = Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top)
            if (wide > 1.5 && high > 1.5) tell("written over each other", one.element, `${one.node.data.trim().slice(0, 40)} / ${other.node.data.trim().slice(0, 40)}`)
        }
    })

    // Holes: what is painted, from top to bottom.
    const isPainted = (element) => {
        if (element.namespaceURI.endsWith("svg")) {
            const { fill, stroke } = style(element)
            return /^(path|line|circle|rect|polyline|polygon|use)$/.test(element.tagName) && !element.closest(".draglayer, .bglayer, .bg, clipPath, defs")
                && !element.classList.contains("bg") && (fill !== "none" || stroke !== "none")
        }
        return /^(IMG|CANVAS|INPUT|TEXTAREA|IFRAME|VIDEO)$/.test(element.tagName) || (element.tagName === "BUTTON")
            || (element.childElementCount === 0 && style(element).backgroundImage !== "none")
    }
    const things = [
        ...texts.filter(({ element }) => main.contains(element)).flatMap(({ element, boxes, node }) => boxes.map((box) => ({ element, box, text: node.data }))),
        ...[...main.querySelectorAll("*")].filter((one) => isPainted(one) && isSeen(one)).map((element) => ({ element, box: element.getBoundingClientRect(), text: element.tagName })),
    ].filter(({ box, element }) => box.height > 0 && box.width + box.height > 3 && !layerOf(element) && isInside(element, box))
    const extent = (those) => those.length ? Math.max(...those.map(({ box }) => box.bottom)) - Math.min(...those.map(({ box }) => box.top)) : 0
    let above
    for (const one of [...things].sort((one, other) => one.box.top - other.box.top)) {
        if (above && one.box.top - above.box.bottom > HOLE) tell("hole", above.element, `${Math.round(one.box.top - above.box.bottom)} px below ${above.text}, above ${one.text}`)
        if (!above || one.box.bottom > above.box.bottom) above = one
    }
    for (const row of main.querySelectorAll("*")) {
        if (!/flex|grid/.test(style(row).display) || row.childElementCount < 2 || row.namespaceURI.endsWith("svg")) continue
        const columns = [...row.children].map((one) => ({ one, box: one.getBoundingClientRect() })).filter(({ box }) => box.width >= 200)
        for (const { one, box } of columns) {
            const beside = columns.filter((other) => other.one !== one && Math.abs(other.box.top - box.top) < 8 && (other.box.left >= box.right - 1 || other.box.right <= box.left + 1))
            if (!beside.length || !isSeen(one)) continue
            const heights = [one, ...beside.map((other) => other.one)].map((column) => extent(things.filter(({ element }) => column.contains(element))))
            if (Math.max(...heights) > HOLE && heights[0] < Math.max(...heights) / 3) tell("column nearly empty", one, `${Math.round(heights[0])} px beside ${Math.round(Math.max(...heights))}: ${one.innerText}`)
        }
    }

    // Charts of one name, and headings without words or without anything below them.
    const names = [...root.querySelectorAll(".drawn-chart [role=img], [data-chart-name]")].filter(isSeen).map((chart) => [chart, chart.ariaLabel ?? chart.dataset.chartName])
    names.forEach(([chart, name], place) => { if (names.slice(0, place).some(([, other]) => other === name)) tell("two charts of one name", chart, name) })
    const headings = [...root.querySelectorAll("h1, h2, h3, h4, h5, h6, [role=heading]")].filter(isSeen)
    for (const [place, heading] of headings.entries()) {
        if (!heading.innerText.trim() && !heading.querySelector("img, svg")) tell("empty heading", heading, heading.outerHTML)
        const next = headings[place + 1]
        const level = (one) => Number(one.ariaLevel ?? one.tagName.slice(1))
        if (!main.contains(heading) || level(heading) === 1 || (next && level(next) > level(heading))) continue
        const isBetween = ({ element }) => heading.compareDocumentPosition(element) & 4 && !heading.contains(element) && (!next || element.compareDocumentPosition(next) & 4)
        if (!things.some(isBetween)) tell("nothing below the heading", heading, heading.innerText)
    }
    return [...faults]
}
