#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"

/// What a poster says, as it was typed.
namespace caicach::channel
{

enum class BodyKind : unsigned char {
    steps,    ///< of a procedure, numbered
    points,   ///< things to know
    figures,  ///< large numbers with what they count
    bars,     ///< numbers compared by length
    slogan,
};
[[nodiscard]] std::string_view key_of(BodyKind kind);
[[nodiscard]] std::string_view text_of(BodyKind kind);
/// Steps, for what is none of the keys.
[[nodiscard]] BodyKind body_kind_from(std::string_view key);

struct Wording {
    std::string kicker{};  ///< "Dịch vụ công trực tuyến"
    std::string title{};
    std::string lead{};
    BodyKind kind{};
    std::string body{};     ///< a line each
    std::string address{};  ///< behind the QR code; empty: none
    std::string caption{};  ///< beside it
    std::string contact{};  ///< of the agency: address, hotline
};

/// A line of the body: before the colon what stands out, behind it the rest.
struct BodyItem {
    std::string head{};
    std::string text{};
    double number{};  ///< of figures and bars

    friend bool operator==(const BodyItem&, const BodyItem&) = default;
};
/// invalid "channel.print.body_empty", "channel.print.not_a_figure" (with the line), too_large
/// "channel.print.too_many_lines"; of the field "body".
[[nodiscard]] Result<std::vector<BodyItem>> items_of(const Wording& wording);

/// All of it as plain text, for who cannot see the picture.
[[nodiscard]] std::string plain_text(const Wording& wording, std::string_view agency);

}  // namespace caicach::channel
