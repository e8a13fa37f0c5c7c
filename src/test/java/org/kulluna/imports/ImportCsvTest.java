package org.kulluna.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kulluna.places.Place;
import org.kulluna.shared.LocalizedText;
import org.kulluna.shared.Refusal;

class ImportCsvTest {
    private static final String ARABIC = "المعرف,العنوان,المكان\n1,دورية الكورنيش المسائية,البطين\n";
    private static final ImportPlaces PLACES = new ImportPlaces(
            List.of(
                    new Place("al-bateen", new LocalizedText("البطين", "Al Bateen"), "abu_dhabi", 24, 54),
                    new Place("al-khalidiyah", new LocalizedText("الخالدية", "Al Khalidiyah"), "abu_dhabi", 24, 54)),
            Map.of("al-khalidiyah", "Khalidiya;Khalidiyah"));

    private static CsvTable table(String text) {
        return CsvTable.read(text.getBytes(StandardCharsets.UTF_8));
    }

    private static List<ImportProposal> read(String text) {
        CsvTable table = table(text);
        return CsvOpportunities.read(table, ImportMapping.start("csv").guessing(table), PLACES, Set.of("first_aid"));
    }

    private static List<String> faults(String row) {
        return read("id,title,place,start date,start time,end date,end time,seats,qualification\n" + row + "\n")
                .stream()
                .flatMap(p -> p.faults().stream())
                .map(ImportNote::key)
                .toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "windows-1256", "UTF-16"})
    void arabic_is_read_in_whichever_letters_it_was_saved(String charset) {
        CsvTable table = CsvTable.read(ARABIC.getBytes(Charset.forName(charset)));
        assertThat(table.rows().get(0).cells().get(1)).isEqualTo("دورية الكورنيش المسائية");
        assertThat(table.charset()).isEqualTo(charset);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16LE", "UTF-16BE"})
    void two_bytes_a_letter_are_known_without_a_mark(String charset) {
        CsvTable table = CsvTable.read(ARABIC.getBytes(java.nio.charset.Charset.forName(charset)));
        assertThat(table.charset()).isEqualTo(charset);
        assertThat(table.rows().get(0).cells()).containsExactly("1", "دورية الكورنيش المسائية", "البطين");
    }

    @Test
    void cells_that_a_spreadsheet_disarmed_are_read_as_they_were_meant() throws java.io.IOException {
        List<String> cells = List.of("=1+1", "+971 2 446", "-5 and more", "@home", "'quoted'", "plain");
        var file = new java.io.ByteArrayOutputStream();
        org.kulluna.paper.Csv.write(
                file,
                List.of("id", "title"),
                cells.stream().map(c -> List.of(c, "Title " + c)).toList());
        CsvTable table = CsvTable.read(file.toByteArray());
        assertThat(CsvOpportunities.read(table, ImportMapping.start("csv").guessing(table), PLACES, Set.of()))
                .extracting(ImportProposal::externalId)
                .containsExactlyElementsOf(cells);
        assertThat(read("id,title\n=\"007\",A\n").get(0).externalId()).isEqualTo("007");
    }

    @Test
    void an_id_that_a_spreadsheet_shortened_stands_for_nothing() {
        assertThat(faults("1.23457E+12,A,x,,,,,,")).containsExactly("id-shortened");
        assertThat(faults("1E2,A,x,,,,,,")).isEmpty();
        assertThat(read("id,shift id,title,start date,start time,end time\n1,\"4,5E+10\",A,2030-01-01,10:00,12:00\n")
                        .get(0)
                        .faults())
                .extracting(ImportNote::key)
                .containsExactly("id-shortened");
    }

    @Test
    void a_mark_at_the_beginning_and_accents_do_no_harm() {
        assertThat(table("\ufeffid,title\n1,A\n").header()).containsExactly("id", "title");
        CsvTable latin = CsvTable.read("id,title\n1,Fête à la plage\n".getBytes(StandardCharsets.ISO_8859_1));
        assertThat(latin.rows().get(0).cells().get(1)).isEqualTo("Fête à la plage");
    }

    @ParameterizedTest
    @ValueSource(strings = {",", ";", "\t", "|"})
    void the_delimiter_is_seen(String d) {
        CsvTable table = table("id" + d + "title" + d + "text\r\n1" + d + "\"a, b; c\nd \"\"e\"\"\"" + d + "x\r\n");
        assertThat(table.header()).containsExactly("id", "title", "text");
        assertThat(table.rows().get(0).cells()).containsExactly("1", "a, b; c\nd \"e\"", "x");
    }

    @Test
    void rows_are_named_by_the_line_they_begin_on_and_misfits_are_refused() {
        CsvTable table = table("id,title,text\n1,\"two\nlines\",x\n2,short\n\n3,a,b,c\n4,ok,x\n5,\"cut");
        assertThat(table.rows()).extracting(CsvTable.Row::line).containsExactly(2, 4, 6, 7, 8);
        assertThat(table.rows())
                .extracting(r -> r.fault() == null ? "" : r.fault().key())
                .containsExactly("", "too-few-cells", "too-many-cells", "", "row-cut");
    }

    @Test
    void headings_are_unique_and_never_empty() {
        assertThat(table("id,,id\n1,2,3\n").header()).containsExactly("id", "#2", "id (2)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "word", "a,b", "a,b\n", "\0\0\0\0", "\n\n\n", "a\nb\nc\n"})
    void what_is_no_table_is_refused(String text) {
        assertThatThrownBy(() -> table(text)).isInstanceOf(Refusal.class);
    }

    @Test
    void no_cut_of_a_file_breaks_the_reader() {
        byte[] whole = (ARABIC + "2,\"Quoted, \"\"x\"\"\",الخالدية\n").getBytes(StandardCharsets.UTF_8);
        for (int length = 0; length < whole.length; length++) {
            byte[] cut = java.util.Arrays.copyOf(whole, length);
            try {
                CsvTable table = CsvTable.read(cut);
                CsvOpportunities.read(table, ImportMapping.start("csv").guessing(table), PLACES, Set.of());
            } catch (Refusal refusal) {
                assertThat(refusal.faults()).isNotEmpty();
            }
        }
    }

    @Test
    void headings_in_arabic_find_their_fields() {
        CsvTable table = table("رقم الفرصة,عنوان الفرصة,الوصف,الموقع,تاريخ البدء,وقت البدء,وقت الانتهاء,عدد المتطوعين\n"
                + "1,دورية,وصف,البطين,٣/٤/٢٠٣٠,٤:٣٠ م,٩ م,١٢\n");
        ImportMapping mapping = ImportMapping.start("csv").guessing(table);
        assertThat(mapping.columns())
                .containsEntry("externalId", "رقم الفرصة")
                .containsEntry("titleAr", "عنوان الفرصة")
                .containsEntry("textAr", "الوصف")
                .containsEntry("place", "الموقع");
        ImportProposal p =
                CsvOpportunities.read(table, mapping, PLACES, Set.of()).get(0);
        assertThat(p.place()).isEqualTo("al-bateen");
        assertThat(p.slots()).singleElement().satisfies(s -> {
            assertThat(s.startsAt()).hasToString("2030-04-03T12:30:00Z");
            assertThat(s.endsAt()).hasToString("2030-04-03T17:00:00Z");
            assertThat(s.maximum()).isEqualTo(12);
        });
    }

    @Test
    void places_forgive_spelling() {
        for (String text : List.of("Al Bateen", "bateen", "AL-BATEEN", "البطين", "بطين", "Al Bateen, Abu Dhabi")) {
            assertThat(PLACES.find(text)).as(text).contains("al-bateen");
        }
        for (String text : List.of("Khalidiya", "Al Khaldiyah", "الخالديه", "{\"address\": \"5 Khalidiyah Street\"}")) {
            assertThat(PLACES.find(text)).as(text).contains("al-khalidiyah");
        }
        assertThat(PLACES.find("New York")).isEmpty();
    }

    @Test
    void a_shift_may_cross_midnight_a_month_end_and_a_year_end() {
        String head = "id,title,start date,start time,end time\n";
        for (String[] each : new String[][] {
            {"2030-06-15,22:00,06:00", "2030-06-16T02:00:00Z"},
            {"2030-12-31,22:00,00:00", "2030-12-31T20:00:00Z"},
            {"2028-02-28,23:00,01:00", "2028-02-28T21:00:00Z"}
        }) {
            assertThat(read(head + "1,A," + each[0]).get(0).slots().get(0).endsAt())
                    .hasToString(each[1]);
        }
    }

    @Test
    void every_fault_of_a_row_has_its_reason() {
        assertThat(faults("1,,x,,,,,,")).containsExactly("no-title");
        assertThat(faults("1," + "x".repeat(201) + ",x,,,,,,")).containsExactly("title-too-long");
        assertThat(faults("1,A,x,32/1/2030,10:00,,12:00,,")).containsExactly("not-a-date");
        assertThat(faults("1,A,x,25/1/2030,10:00,,12:00,,\n2,B,x,01/31/2030,10:00,,12:00,,"))
                .containsExactly("date-other-order");
        assertThat(faults("1,A,x,1/2/2030,half past,,12:00,,")).containsExactly("not-a-time");
        assertThat(faults("1,A,x,2/2/2030,10:00,1/2/2030,12:00,,")).containsExactly("ends-before-start");
        assertThat(faults("1,A,x,1/2/2030,10:00,,12:00,-3,")).containsExactly("not-seats");
        assertThat(faults("1,A,x,1/2/2030,10:00,,12:00,5,sorcery")).containsExactly("qualification-not-known");
        assertThat(faults("1,A,x,1/2/2030,10:00,,12:00,5,First Aid")).isEmpty();
        assertThat(faults("x".repeat(201) + ",A,x,,,,,,")).containsExactly("id-too-long");
    }

    @Test
    void text_that_turns_lines_or_hides_is_cleaned() {
        ImportProposal p = read("id,title\n1,\u202eA\u0007 B\u2066\n").get(0);
        assertThat(p.titleEn()).isEqualTo("A B");
    }

    @Test
    void the_citys_own_list_is_read_whole() {
        CsvTable table = CsvTable.read(ImportRealData.read("nyc-service-opportunities.csv"));
        assertThat(table.rows()).hasSize(332);
        ImportMapping mapping = ImportMapping.start("nyc").guessing(table);
        assertThat(mapping.columns())
                .containsEntry("externalId", "opportunity_id")
                .containsEntry("titleEn", "title")
                .containsEntry("textEn", "summary")
                .containsEntry("seats", "vol_requests")
                .containsEntry("startDate", "start_date_date")
                .containsEntry("place", "locality");
        List<ImportProposal> read = CsvOpportunities.read(table, mapping, PLACES, Set.of());
        assertThat(read).extracting(ImportProposal::externalId).doesNotHaveDuplicates();
        assertThat(read).allSatisfy(p -> {
            assertThat(p.faults()).isEmpty();
            assertThat(p.slots()).isEmpty();
            assertThat(p.notes()).extracting(ImportNote::key).contains("no-times");
        });
        assertThat(read).anySatisfy(p -> assertThat(p.notes()).contains(ImportNote.of("no-limit", "seats", 20)));
        assertThat(read)
                .anySatisfy(p -> assertThat(p.notes())
                        .anySatisfy(n ->
                                assertThat(n.args().getOrDefault("value", "")).isEqualTo("37 Avenue, New York, NY")));
    }
}
