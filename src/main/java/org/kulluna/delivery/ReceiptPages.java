package org.kulluna.delivery;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** What service workers tell: no page and no program has anything to say here. */
@RestController
class ReceiptPages {
    record Sent(@Nullable List<Receipts.@Nullable Receipt> receipts) {}

    record Answered(List<Receipts.Taken> taken) {}

    private final Receipts receipts;

    ReceiptPages(Receipts receipts) {
        this.receipts = receipts;
    }

    @PostMapping("/delivery/receipts")
    Answered tellReceipts(@RequestBody Sent sent) {
        return new Answered(receipts.take(sent.receipts() == null ? List.of() : sent.receipts()));
    }
}
