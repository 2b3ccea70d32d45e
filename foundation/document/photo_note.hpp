#pragma once
#include <optional>
#include <string>
#include <string_view>

#include "base/result.hpp"
#include "base/time.hpp"

namespace caicach::document
{

/// Where, in degrees: north and east are positive.
struct PhotoPlace {
    double latitude{};
    double longitude{};
};

/// What a camera noted in a photograph. Anybody can write such notes: they are what the picture
/// says, no proof.
struct PhotoNote {
    std::optional<Instant> taken_at{};  ///< to the minute; the camera's clock is read as Vietnam's
    std::optional<PhotoPlace> place{};
};

/// Reads the EXIF of a JPEG in a limited child; nothing is noted in a file of any other kind. Ask
/// before the picture is redrawn, which takes the notes away. invalid where it is damaged.
[[nodiscard]] Result<PhotoNote> read_photo_note(const std::string& path);

/// One line "2026:03:12 08:05:30|N|12/1,40/1,1234/100|E|108/1,3/1,0/1", parts of which may be
/// empty or nonsense: those are not noted. Pure.
[[nodiscard]] PhotoNote photo_note_in(std::string_view line);

}  // namespace caicach::document
