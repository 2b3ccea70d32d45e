#include "outgoing/document/document.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "outgoing/number/number.hpp"

namespace caicach::outgoing
{
namespace
{

using State = DocumentState;

struct StateWords {
    State state{};
    std::string_view key{};
    std::string_view text{};
};
constexpr std::array words{StateWords{State::draft, "draft", "Dự thảo"},
                           StateWords{State::numbered, "numbered", "Đã cấp số"},
                           StateWords{State::signed_, "signed", "Đã ký số"},
                           StateWords{State::sent, "sent", "Đã gửi"},
                           StateWords{State::replaced, "replaced", "Đã được thay thế"},
                           StateWords{State::withdrawn, "withdrawn", "Đã thu hồi"}};

bool allows(const Document& document, Act act)
{
    const auto is = [&](std::initializer_list<State> states) {
        return std::ranges::find(states, document.state) != states.end();
    };
    switch (act) {
        case Act::edit:
        case Act::discard:
        case Act::number:
            return is({State::draft});
        case Act::send:
            return is({State::numbered, State::signed_});
        case Act::replace:
        case Act::withdraw:
            return is({State::numbered, State::signed_, State::sent});
    }
    return false;
}

}  // namespace

std::string_view key_of(State state) { return words.at(static_cast<std::size_t>(state)).key; }

std::optional<State> document_state_from(std::string_view key)
{
    const auto found = std::ranges::find(words, key, &StateWords::key);
    if (found == words.end()) return {};
    return found->state;
}

std::string_view text_of(State state) { return words.at(static_cast<std::size_t>(state)).text; }

std::string number_of(const Document& document)
{
    if (!document.number) return "chưa có số";
    return number_text(*document.number, document.symbol);
}

std::vector<Act> acts(const Document& document, const Held& held)
{
    std::vector<Act> found;
    for (const auto act : {Act::edit, Act::discard, Act::replace})
        if (held.writes && allows(document, act)) found.push_back(act);
    for (const auto act : {Act::number, Act::withdraw})
        if (held.numbers && allows(document, act)) found.push_back(act);
    if (held.delivers && allows(document, Act::send)) found.push_back(Act::send);
    return found;
}

Result<void> require_act(const Document& document, Act act)
{
    if (allows(document, act)) return {};
    return failure(Failure::conflict, "outgoing.document.not_now", {},
                   {std::string(text_of(document.state))});
}

}  // namespace caicach::outgoing
