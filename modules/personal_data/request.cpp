#include "personal_data/request.hpp"

#include <algorithm>
#include <utility>

namespace caicach::personal_data
{

namespace
{

struct Words {
    std::string_view key{};
    std::string_view text{};
};
/// In the order of the enumerators.
constexpr std::array<Words, request_kinds.size()> words_of_kinds{{
    {"access", "Xem, nhận bản sao dữ liệu"},
    {"correction", "Chỉnh sửa dữ liệu"},
    {"deletion", "Xóa dữ liệu"},
    {"restriction", "Hạn chế xử lý dữ liệu"},
    {"objection", "Phản đối xử lý dữ liệu"},
    {"withdrawal", "Rút lại sự đồng ý"},
}};
constexpr std::array<Words, 4> words_of_states{{
    {"received", "Mới nhận"},
    {"acknowledged", "Đã xác nhận"},
    {"done", "Đã thực hiện"},
    {"refused", "Từ chối"},
}};

template <class Enum, std::size_t Count>
std::optional<Enum> from_key(const std::array<Words, Count>& all, std::string_view key)
{
    const auto found = std::ranges::find(all, key, &Words::key);
    if (found == all.end()) return {};
    return static_cast<Enum>(found - all.begin());
}

}  // namespace

std::string_view key_of(RequestKind kind)
{
    return words_of_kinds.at(static_cast<std::size_t>(kind)).key;
}
std::string_view text_of(RequestKind kind)
{
    return words_of_kinds.at(static_cast<std::size_t>(kind)).text;
}
std::optional<RequestKind> kind_from_key(std::string_view key)
{
    return from_key<RequestKind>(words_of_kinds, key);
}

std::string_view key_of(RequestState state)
{
    return words_of_states.at(static_cast<std::size_t>(state)).key;
}
std::string_view text_of(RequestState state)
{
    return words_of_states.at(static_cast<std::size_t>(state)).text;
}
std::optional<RequestState> state_from_key(std::string_view key)
{
    return from_key<RequestState>(words_of_states, key);
}

Result<void> DataRequest::acknowledge(Date today)
{
    if (state != RequestState::received)
        return failure(Failure::conflict, "personal_data.request.already_acknowledged");
    state = RequestState::acknowledged;
    acknowledged_on = today;
    return {};
}

Result<void> DataRequest::extend(Date until, Date latest, std::string reason)
{
    if (state != RequestState::acknowledged)
        return failure(Failure::conflict, "personal_data.request.not_acknowledged");
    if (!extension_reason.empty())
        return failure(Failure::conflict, "personal_data.request.already_extended");
    if (reason.empty())
        return failure(Failure::invalid, "personal_data.request.reason_missing", "reason");
    if (until <= finish_by || until > latest)
        return failure(Failure::invalid, "personal_data.request.extension_wrong", "until",
                       {finish_by.vietnamese(), latest.vietnamese()});
    finish_by = until;
    extension_reason = std::move(reason);
    return {};
}

Result<void> DataRequest::close(RequestState outcome, std::string words, Date today)
{
    VERIFY(outcome == RequestState::done || outcome == RequestState::refused);
    if (!is_open()) return failure(Failure::conflict, "personal_data.request.already_answered");
    // The law asks for a reason of each refusal, and people for a word of what was done.
    if (words.empty())
        return failure(Failure::invalid, "personal_data.request.answer_missing", "answer");
    if (state == RequestState::received) acknowledged_on = today;
    state = outcome;
    answered_on = today;
    answer = std::move(words);
    return {};
}

}  // namespace caicach::personal_data
