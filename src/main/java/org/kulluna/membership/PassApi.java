package org.kulluna.membership;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kulluna.shared.Viewer;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The member's own pass for programs: an app that shows it. */
@RestController
@RequestMapping("/api/v1/pass")
class PassApi {
    /** @param device the id this device got before; absent on a new one */
    record DeviceForm(
            @Schema(description = "UUID this device got before; absent on a new device") @Nullable UUID device) {}

    /**
     * What the device shows now. With the secret it makes the codes to come by itself: {@code
     * KULLUNA1:publicId:deviceCode:step:mac}, see the programme's documentation of codes.
     *
     * @param secret base64, 32 bytes; keep it on the device
     * @param renewsAt when {@code code} gives way to the next
     */
    record PassAnswer(
            UUID device,
            String deviceCode,
            String publicId,
            String secret,
            String code,
            Instant renewsAt,
            long number,
            String status) {}

    private final Passes passes;

    PassApi(Passes passes) {
        this.passes = passes;
    }

    @PostMapping
    @Operation(
            operationId = "openPass",
            summary = "The caller's pass on this device, which is registered when it is new.")
    PassAnswer openPass(@RequestBody(required = false) @Nullable DeviceForm form, Viewer viewer) {
        Pass pass = passes.open(viewer, form == null ? null : form.device());
        return new PassAnswer(
                pass.device().id(),
                pass.device().code(),
                pass.member().publicId(),
                pass.secretBase64(),
                pass.code(),
                pass.renewsAt(),
                pass.member().number(),
                pass.member().status());
    }

    @PostMapping("/devices/revocation")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            operationId = "revokePassDevices",
            summary = "Every device of the caller but the one named stops showing a live pass.")
    void revokePassDevices(@RequestBody(required = false) @Nullable DeviceForm form, Viewer viewer) {
        passes.revokeOthers(viewer, form == null ? null : form.device());
    }
}
