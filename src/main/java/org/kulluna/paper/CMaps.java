package org.kulluna.paper;

import java.util.List;

/** ToUnicode character maps (ISO 32000-1, 9.10.3). */
final class CMaps {
    /** As many entries as one block may hold. */
    private static final int BLOCK = 100;

    private CMaps() {}

    /** @param kind bfchar or bfrange */
    static String toUnicode(String kind, List<String> lines) {
        StringBuilder map = new StringBuilder("""
                /CIDInit /ProcSet findresource begin
                12 dict begin
                begincmap
                /CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
                /CMapName /Adobe-Identity-UCS def
                /CMapType 2 def
                1 begincodespacerange
                <0000> <FFFF>
                endcodespacerange
                """);
        for (int from = 0; from < lines.size(); from += BLOCK) {
            List<String> block = lines.subList(from, Math.min(lines.size(), from + BLOCK));
            map.append(block.size()).append(" begin").append(kind).append('\n');
            block.forEach(line -> map.append(line).append('\n'));
            map.append("end").append(kind).append('\n');
        }
        return map.append("endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n")
                .toString();
    }
}
