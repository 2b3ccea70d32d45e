#include "document/other_signatures.hpp"

#include <array>
#include <string_view>

#include "base/process.hpp"
#include "calendar/date.hpp"
#include "calendar/moment.hpp"
#include "document/limits.hpp"
#include "text/text.hpp"

namespace caicach::document
{

namespace
{

constexpr ChildLimits child_limits{.wall_seconds = limits::pdf_seconds_max,
                                   .cpu_seconds = limits::pdf_seconds_max,
                                   .memory_bytes = 1ULL << 30U,
                                   .file_bytes = 0,
                                   .output_bytes = 1ULL << 20U};

int number_in(std::string_view digits)
{
    int number = 0;
    for (const char digit : digits) {
        if (digit < '0' || digit > '9') return -1;
        number = number * 10 + (digit - '0');
    }
    return number;
}

/// "Jan 05 2026 02:30:00", in UTC.
std::optional<Instant> moment_of(std::string_view text)
{
    constexpr std::array<std::string_view, 12> months{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                      "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    constexpr std::size_t length = 20;
    if (text.size() != length) return std::nullopt;
    int month = 0;
    for (std::size_t at = 0; at < months.size(); ++at) {
        if (text.starts_with(months[at])) month = static_cast<int>(at) + 1;
    }
    const auto day =
        Date::create(number_in(text.substr(7, 4)), month, number_in(text.substr(4, 2)));
    const int hour = number_in(text.substr(12, 2));
    const int minute = number_in(text.substr(15, 2));
    const int second = number_in(text.substr(18, 2));
    if (!day || hour < 0 || minute < 0 || second < 0) return std::nullopt;
    constexpr int vietnam_hours = 7;
    return instant_at(*day, (hour + vietnam_hours) * 60 + minute) + second;
}

/// What stands behind the label, where the line begins with it.
std::optional<std::string_view> behind(std::string_view line, std::string_view label)
{
    if (!line.starts_with(label)) return std::nullopt;
    return text::trim(line.substr(label.size()));
}

}  // namespace

Result<std::vector<OtherSignature>> other_signatures(const std::string& path)
{
    const auto output = TRY(run_child({.arguments = {"pdfsig", "-nocert", path},
                                       .environment = {"TZ=UTC0"},
                                       .limits = child_limits}));
    constexpr int exit_none = 2;
    if (output.exit_code == exit_none) return std::vector<OtherSignature>{};
    if (output.exit_code != 0) return failure(Failure::invalid, "document.pdf.damaged");
    std::vector<OtherSignature> found;
    for (const auto line : text::split(output.text, '\n')) {
        if (line.starts_with("Signature #")) found.emplace_back();
        if (found.empty()) continue;
        auto& last = found.back();
        if (const auto name = behind(line, "  - Signer Certificate Common Name:"))
            last.signer = text::clean_input(*name);
        if (const auto kind = behind(line, "  - Signature Type:"))
            last.kind = text::clean_input(*kind);
        if (const auto moment = behind(line, "  - Signing Time:"))
            last.claimed_at = moment_of(*moment);
        if (line == "  - Total document signed") last.covers_whole_file = true;
        if (line == "  - Signature Validation: Signature is Valid.") last.is_valid = true;
    }
    return found;
}

}  // namespace caicach::document
