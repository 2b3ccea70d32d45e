#include "notification/letter.hpp"

#include <array>

#include "base/result.hpp"

namespace caicach::notification
{
namespace
{

struct Words {
    LetterState state{};
    std::string_view key{};
    std::string_view text{};
};

constexpr std::array all{
    Words{LetterState::waiting, "waiting", "Đang chờ gửi"},
    Words{LetterState::sending, "sending", "Đang gửi"},
    Words{LetterState::sent, "sent", "Đã giao cho máy chủ thư"},
    Words{LetterState::failed, "failed", "Không gửi được"},
    Words{LetterState::uncertain, "uncertain", "Không rõ đã gửi chưa"},
    Words{LetterState::expired, "expired", "Hết hạn trước khi gửi"},
};

}  // namespace

std::string_view key_of(LetterState state) { return all.at(static_cast<std::size_t>(state)).key; }
std::string_view text_of(LetterState state) { return all.at(static_cast<std::size_t>(state)).text; }

LetterState letter_state(std::string_view key)
{
    for (const auto& words : all)
        if (words.key == key) return words.state;
    VERIFY(false);  // the table's CHECK admits these only
    return LetterState::waiting;
}

}  // namespace caicach::notification
