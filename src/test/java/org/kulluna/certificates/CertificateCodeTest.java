package org.kulluna.certificates;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CertificateCodeTest {
    private static final String CODE = "0f3a9c1d2b4e4f60a7b8c9d0e1f20345";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0f3a9c1d2b4e4f60a7b8c9d0e1f20345",
                "0F3A9C1D2B4E4F60A7B8C9D0E1F20345",
                " 0f3a 9c1d 2b4e 4f60 a7b8 c9d0 e1f2 0345 ",
                "0f3a9c1d-2b4e-4f60-a7b8-c9d0e1f20345",
                "https://kulluna.example/certificates/0f3a9c1d2b4e4f60a7b8c9d0e1f20345",
                "http://localhost:8080/certificates/0f3a9c1d2b4e4f60a7b8c9d0e1f20345/credential.json?lang=en",
                "\u200f0f3a9c1d2b4e4f60a7b8c9d0e1f20345\u200e",
                "٠f٣a٩c١d٢b٤e٤f٦٠a٧b٨c٩d٠e١f٢٠٣٤٥",
                "0f3a9c1d2b4e4f60\na7b8c9d0e1f20345"
            })
    void whatever_people_type_or_paste_is_read(String typed) {
        assertThat(CertificateCode.read(typed)).contains(CODE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "0f3a9c1d2b4e4f60a7b8c9d0e1f2034",
                "0f3a9c1d2b4e4f60a7b8c9d0e1f203451",
                "0f3a9c1d2b4e4f60a7b8c9d0e1f2034g",
                "' or 1=1 --",
                "../../etc/passwd"
            })
    void what_has_no_code_in_it_is_none(String typed) {
        assertThat(CertificateCode.read(typed)).isEmpty();
        assertThat(CertificateCode.read(null)).isEmpty();
        assertThat(CertificateCode.read("g".repeat(600) + CODE)).isEmpty();
    }

    @Test
    void a_new_code_is_read_as_it_is_and_never_comes_twice() {
        var made =
                IntStream.range(0, 1000).mapToObj(i -> CertificateCode.random()).collect(Collectors.toSet());
        assertThat(made)
                .hasSize(1000)
                .allSatisfy(code -> assertThat(CertificateCode.read(code)).contains(code));
    }
}
