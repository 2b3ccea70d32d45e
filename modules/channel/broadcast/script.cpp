#include "channel/broadcast/script.hpp"

#include <algorithm>
#include <array>
#include <iterator>
#include <utility>

#include "channel/broadcast/broadcast_limits.hpp"

namespace caicach::channel
{
namespace
{

struct ScriptStateWord {
    ScriptState state{};
    std::string_view key{};
    std::string_view text{};
};
constexpr std::array script_states{
    ScriptStateWord{ScriptState::draft, "draft", "Đang soạn"},
    ScriptStateWord{ScriptState::submitted, "submitted", "Chờ duyệt"},
    ScriptStateWord{ScriptState::returned, "returned", "Cần sửa"},
    ScriptStateWord{ScriptState::approved, "approved", "Đã duyệt"}};

/// In which states an act makes sense at all.
bool is_time_for(ScriptState state, ScriptAct act)
{
    switch (act) {
        case ScriptAct::edit:
        case ScriptAct::discard:
        case ScriptAct::submit:
            return state == ScriptState::draft || state == ScriptState::returned;
        case ScriptAct::take_back:
        case ScriptAct::approve:
            return state == ScriptState::submitted;
        case ScriptAct::send_back:
            return state == ScriptState::submitted || state == ScriptState::approved;
    }
    return false;
}

/// Whether it is the person's to do.
bool is_for(const ScriptRights& rights, ScriptAct act)
{
    switch (act) {
        case ScriptAct::edit:
        case ScriptAct::discard:
        case ScriptAct::submit:
        case ScriptAct::take_back:
            return rights.composes;
        case ScriptAct::send_back:
            return rights.approves;
        case ScriptAct::approve:
            return rights.approves && !rights.is_writer;
    }
    return false;
}

Result<std::vector<ScriptPart>::iterator> part_at(std::vector<ScriptPart>& parts,
                                                  std::int64_t place)
{
    if (place < 1 || std::cmp_greater(place, parts.size()))
        return failure(Failure::not_found, "channel.script.no_part");
    return parts.begin() + (place - 1);
}

}  // namespace

std::string_view key_of(ScriptState state)
{
    return script_states.at(static_cast<std::size_t>(state)).key;
}
std::string_view text_of(ScriptState state)
{
    return script_states.at(static_cast<std::size_t>(state)).text;
}

std::optional<ScriptState> script_state_from(std::string_view key)
{
    const auto* const found = std::ranges::find(script_states, key, &ScriptStateWord::key);
    if (found == script_states.end()) return {};
    return found->state;
}

std::vector<ScriptAct> script_acts(const Script& script, const ScriptRights& rights)
{
    constexpr std::array all{ScriptAct::edit,      ScriptAct::discard,   ScriptAct::submit,
                             ScriptAct::take_back, ScriptAct::send_back, ScriptAct::approve};
    std::vector<ScriptAct> found;
    for (const auto act : all)
        if (is_time_for(script.state, act) && is_for(rights, act)) found.push_back(act);
    return found;
}

Result<void> require_act(const Script& script, const ScriptRights& rights, ScriptAct act)
{
    const bool holds_any = rights.composes || rights.approves;
    if (holds_any && !is_time_for(script.state, act))
        return failure(Failure::conflict, "channel.script.not_now", {},
                       {std::string(text_of(script.state))});
    if (is_for(rights, act)) return {};
    const bool is_own = act == ScriptAct::approve && rights.approves;
    return failure(Failure::forbidden, is_own ? "channel.script.own" : "channel.script.not_yours");
}

Result<void> add_part(std::vector<ScriptPart>& parts, ScriptPart part)
{
    if (parts.size() >= limits::script_parts_max)
        return failure(Failure::too_large, "channel.script.too_many_parts", {},
                       {std::to_string(limits::script_parts_max)});
    parts.push_back(std::move(part));
    return {};
}

Result<void> move_part(std::vector<ScriptPart>& parts, std::int64_t place, PartStep step)
{
    const auto part = TRY(part_at(parts, place));
    if (step == PartStep::up && part != parts.begin()) std::iter_swap(part, std::prev(part));
    if (step == PartStep::down && std::next(part) != parts.end())
        std::iter_swap(part, std::next(part));
    return {};
}

Result<void> remove_part(std::vector<ScriptPart>& parts, std::int64_t place)
{
    const auto part = TRY(part_at(parts, place));
    parts.erase(part);
    return {};
}

Result<void> rewrite_part(std::vector<ScriptPart>& parts, std::int64_t place,
                          const ScriptPart& words)
{
    const auto part = TRY(part_at(parts, place));
    part->heading = words.heading;
    part->text = words.text;
    return {};
}

}  // namespace caicach::channel
