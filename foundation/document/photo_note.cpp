#include "document/photo_note.hpp"

#include <fmt/core.h>

#include <array>
#include <charconv>
#include <fstream>
#include <vector>

#include "base/process.hpp"
#include "calendar/moment.hpp"
#include "document/file_kind.hpp"
#include "document/limits.hpp"
#include "text/text.hpp"

namespace caicach::document
{
namespace
{

constexpr std::string_view asked =
    "%[EXIF:DateTimeOriginal]|%[EXIF:GPSLatitudeRef]|%[EXIF:GPSLatitude]|"
    "%[EXIF:GPSLongitudeRef]|%[EXIF:GPSLongitude]\\n";

std::optional<int> number_in(std::string_view digits)
{
    int number = 0;
    const auto read = std::from_chars(digits.data(), digits.data() + digits.size(), number);
    const bool is_whole = read.ec == std::errc{} && read.ptr == digits.data() + digits.size();
    if (!is_whole || number < 0) return {};
    return number;
}

/// "2026:03:12 08:05:30".
std::optional<Instant> moment_in(std::string_view text)
{
    constexpr std::size_t length = 19;
    constexpr int minutes_an_hour = 60;
    constexpr int minutes_a_day = 1440;
    if (text.size() != length) return {};
    const auto year = number_in(text.substr(0, 4));
    const auto month = number_in(text.substr(5, 2));
    const auto day = number_in(text.substr(8, 2));
    const auto hour = number_in(text.substr(11, 2));
    const auto minute = number_in(text.substr(14, 2));
    if (!year || !month || !day || !hour || !minute || *minute >= minutes_an_hour) return {};
    const auto date = Date::create(*year, *month, *day);
    const int of_day = *hour * minutes_an_hour + *minute;
    if (!date || of_day >= minutes_a_day) return {};
    return instant_at(*date, of_day);
}

/// "1234/100".
std::optional<double> fraction_in(std::string_view text)
{
    const auto slash = text.find('/');
    if (slash == std::string_view::npos) return {};
    const auto over = number_in(text.substr(0, slash));
    const auto under = number_in(text.substr(slash + 1));
    if (!over || !under || *under == 0) return {};
    return static_cast<double>(*over) / *under;
}

/// Degrees, minutes, seconds as fractions; `ref` says which half of the globe.
std::optional<double> degrees_in(std::string_view ref, std::string_view text, double most)
{
    constexpr double parts = 60;
    const auto pieces = text::split(text, ',');
    if (pieces.size() != 3 || ref.size() != 1) return {};
    const auto degrees = fraction_in(pieces[0]);
    const auto minutes = fraction_in(pieces[1]);
    const auto seconds = fraction_in(pieces[2]);
    if (!degrees || !minutes || !seconds) return {};
    const auto all = *degrees + *minutes / parts + *seconds / (parts * parts);
    if (all > most) return {};
    return ref == "S" || ref == "W" ? -all : all;
}

}  // namespace

PhotoNote photo_note_in(std::string_view line)
{
    constexpr double latitude_most = 90;
    constexpr double longitude_most = 180;
    constexpr std::size_t parts_asked = 5;
    PhotoNote note;
    const auto parts = text::split(line, '|');
    if (parts.size() != parts_asked) return note;
    note.taken_at = moment_in(text::trim(parts[0]));
    const auto latitude = degrees_in(parts[1], parts[2], latitude_most);
    const auto longitude = degrees_in(parts[3], text::trim(parts[4]), longitude_most);
    if (latitude && longitude) note.place = {.latitude = *latitude, .longitude = *longitude};
    return note;
}

Result<PhotoNote> read_photo_note(const std::string& path)
{
    std::array<char, 16> head{};
    std::ifstream file{path, std::ios::binary};
    file.read(head.data(), head.size());
    const std::string_view begin{head.data(), static_cast<std::size_t>(file.gcount())};
    if (kind_of(begin) != FileKind::jpeg) return PhotoNote{};
    // The format is ours to say, not the file's; its first picture, and no point of it decoded.
    const auto told =
        TRY(run_child({.arguments = {"gm", "identify", "-ping", "-format", std::string{asked},
                                     fmt::format("jpeg:{}[0]", path)},
                       .limits = {.wall_seconds = limits::redraw_seconds_max,
                                  .cpu_seconds = limits::redraw_seconds_max,
                                  .memory_bytes = limits::redraw_memory_bytes,
                                  .file_bytes = 0,
                                  .output_bytes = limits::photo_note_bytes_max}}));
    if (told.exit_code != 0) return failure(Failure::invalid, "document.picture.damaged");
    return photo_note_in(std::string_view{told.text}.substr(0, told.text.find('\n')));
}

}  // namespace caicach::document
