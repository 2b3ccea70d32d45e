#pragma once
#include <optional>
#include <string>
#include <string_view>

/// The label or bullet at the beginning of a paragraph (Nghị định 30/2020/NĐ-CP, Phụ lục I: Phần,
/// Chương, Mục, Điều, khoản "1.", điểm "a)" in the Vietnamese alphabet, and the bullets in use).
namespace caicach::plan::importer
{

struct Marker {
    enum class Kind { part, article, upper, roman, number, letter, star, paren, dot, minus, plus };
    Kind kind{Kind::minus};
    std::string label{};   ///< "II", "2", "2.1", "đ"; empty for bullets
    std::size_t length{};  ///< bytes of the label with its mark and the blanks behind
    int depth{};           ///< how far outside it usually stands: smaller is further out

    [[nodiscard]] bool bullet() const
    {
        return kind == Kind::star || kind == Kind::dot || kind == Kind::minus || kind == Kind::plus;
    }
};

[[nodiscard]] std::optional<Marker> marker_of(std::string_view text);

}  // namespace caicach::plan::importer
