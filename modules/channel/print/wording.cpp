#include "channel/print/wording.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "channel/limits.hpp"
#include "text/number.hpp"
#include "text/text.hpp"

namespace caicach::channel
{
namespace
{

struct KindWord {
    BodyKind kind{};
    std::string_view key{};
    std::string_view text{};
};
constexpr std::array kinds{KindWord{BodyKind::steps, "steps", "Các bước, đánh số"},
                           KindWord{BodyKind::points, "points", "Những điều cần biết"},
                           KindWord{BodyKind::figures, "figures", "Con số nổi bật"},
                           KindWord{BodyKind::bars, "bars", "Biểu đồ thanh"},
                           KindWord{BodyKind::slogan, "slogan", "Khẩu hiệu"}};

/// The number that "87,5 %" begins with.
std::optional<double> number_in(std::string_view text)
{
    const auto end = text.find_first_not_of("-0123456789.,");
    auto digits = text.substr(0, end);
    while (digits.ends_with('.') || digits.ends_with(',')) digits.remove_suffix(1);
    return text::parse_decimal(digits);
}

bool has_numbers(BodyKind kind) { return kind == BodyKind::figures || kind == BodyKind::bars; }

Result<BodyItem> item_of(std::string_view line, BodyKind kind)
{
    const auto colon = kind == BodyKind::slogan ? std::string_view::npos : line.rfind(": ");
    BodyItem item;
    if (colon == std::string_view::npos) {
        item.head = std::string(line);
    } else {
        const auto first = has_numbers(kind) ? colon : line.find(": ");
        item.head = std::string(text::trim(line.substr(0, first)));
        item.text = std::string(text::trim(line.substr(first + 1)));
    }
    if (!has_numbers(kind)) return item;
    const auto number = number_in(item.text);
    if (!number || *number < 0 || item.head.empty())
        return failure(Failure::invalid, "channel.print.not_a_figure", "body", {std::string(line)});
    item.number = *number;
    return item;
}

}  // namespace

std::string_view key_of(BodyKind kind) { return kinds.at(static_cast<std::size_t>(kind)).key; }
std::string_view text_of(BodyKind kind) { return kinds.at(static_cast<std::size_t>(kind)).text; }

BodyKind body_kind_from(std::string_view key)
{
    const auto* const found = std::ranges::find(kinds, key, &KindWord::key);
    return found == kinds.end() ? BodyKind::steps : found->kind;
}

Result<std::vector<BodyItem>> items_of(const Wording& wording)
{
    std::vector<BodyItem> items;
    for (const auto line : text::split(wording.body, '\n')) {
        const auto trimmed = text::trim(line);
        if (trimmed.empty()) continue;
        if (items.size() >= limits::print_lines_max)
            return failure(Failure::too_large, "channel.print.too_many_lines", "body",
                           {std::to_string(limits::print_lines_max)});
        auto item = TRY(item_of(trimmed, wording.kind));
        items.push_back(std::move(item));
    }
    if (items.empty()) return failure(Failure::invalid, "channel.print.body_empty", "body");
    return items;
}

std::string plain_text(const Wording& wording, std::string_view agency)
{
    std::vector<std::string_view> pieces;
    for (const std::string_view piece :
         {std::string_view{wording.kicker}, std::string_view{wording.title},
          std::string_view{wording.lead}, std::string_view{wording.body},
          std::string_view{wording.caption}, std::string_view{wording.address}, agency,
          std::string_view{wording.contact}})
        if (!piece.empty()) pieces.push_back(piece);
    return text::join(pieces, "\n");
}

}  // namespace caicach::channel
