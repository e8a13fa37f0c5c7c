package org.kulluna.training;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** A new room as typed. {@code id} is made by the client: sent again, it makes no second one. */
public record RoomForm(
        @Nullable String id,

        @NotBlank(message = "required") @Size(max = 120, message = "too-long") @Nullable
        String nameAr,

        @NotBlank(message = "required") @Size(max = 120, message = "too-long") @Nullable
        String nameEn,

        @NotBlank(message = "required") @Nullable String unit,
        @NotBlank(message = "required") @Nullable String place,
        @NotBlank(message = "required") @Nullable String capacity) {
    static RoomForm of(Room r) {
        return new RoomForm(
                r.id().toString(), r.name().ar(), r.name().en(), r.unit(), r.place(), String.valueOf(r.capacity()));
    }
}
