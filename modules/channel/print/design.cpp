#include "channel/print/design.hpp"

#include <algorithm>
#include <array>

namespace caicach::channel
{
namespace
{

using State = DesignState;

struct StateWord {
    State state{};
    std::string_view key{};
    std::string_view text{};
};
constexpr std::array states{StateWord{State::draft, "draft", "Đang soạn"},
                            StateWord{State::submitted, "submitted", "Chờ duyệt"},
                            StateWord{State::returned, "returned", "Cần sửa"},
                            StateWord{State::published, "published", "Đã công bố"},
                            StateWord{State::withdrawn, "withdrawn", "Đã gỡ"}};

bool is_time_for(State state, DesignAct act)
{
    switch (act) {
        case DesignAct::edit:
        case DesignAct::discard:
        case DesignAct::submit:
            return state == State::draft || state == State::returned;
        case DesignAct::take_back:
        case DesignAct::send_back:
        case DesignAct::publish:
            return state == State::submitted;
        case DesignAct::withdraw:
            return state == State::published;
    }
    return false;
}

bool is_for(const DesignRights& rights, DesignAct act)
{
    switch (act) {
        case DesignAct::edit:
        case DesignAct::discard:
        case DesignAct::submit:
        case DesignAct::take_back:
            return rights.designs;
        case DesignAct::send_back:
        case DesignAct::withdraw:
            return rights.approves;
        case DesignAct::publish:
            return rights.approves && !rights.is_writer;
    }
    return false;
}

}  // namespace

std::string_view key_of(State state) { return states.at(static_cast<std::size_t>(state)).key; }
std::string_view text_of(State state) { return states.at(static_cast<std::size_t>(state)).text; }

std::optional<State> design_state_from(std::string_view key)
{
    const auto* const found = std::ranges::find(states, key, &StateWord::key);
    if (found == states.end()) return {};
    return found->state;
}

bool may(const Design& design, const DesignRights& rights, DesignAct act)
{
    return is_time_for(design.state, act) && is_for(rights, act);
}

Result<void> require_act(const Design& design, const DesignRights& rights, DesignAct act)
{
    const bool holds_any = rights.designs || rights.approves;
    if (holds_any && !is_time_for(design.state, act))
        return failure(Failure::conflict, "channel.print.not_now", {},
                       {std::string(text_of(design.state))});
    if (is_for(rights, act)) return {};
    const bool is_own = act == DesignAct::publish && rights.approves;
    return failure(Failure::forbidden, is_own ? "channel.print.own" : "channel.print.not_yours");
}

}  // namespace caicach::channel
