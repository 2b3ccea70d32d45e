#pragma once
#include <array>
#include <optional>
#include <string>
#include <string_view>

#include "base/result.hpp"
#include "calendar/date.hpp"
#include "manifest/actor.hpp"
#include "organisation/api.hpp"

namespace caicach::personal_data
{

struct RequestTag;
using RequestId = Id<RequestTag>;

/// What a person may ask about their data (Luật Bảo vệ dữ liệu cá nhân 91/2025/QH15, Điều 4).
enum class RequestKind {
    access,       ///< Xem, nhận bản sao
    correction,   ///< Chỉnh sửa
    deletion,     ///< Xóa
    restriction,  ///< Hạn chế xử lý
    objection,    ///< Phản đối xử lý
    withdrawal,   ///< Rút lại sự đồng ý
};
inline constexpr std::array request_kinds{RequestKind::access,    RequestKind::correction,
                                          RequestKind::deletion,  RequestKind::restriction,
                                          RequestKind::objection, RequestKind::withdrawal};
[[nodiscard]] std::string_view key_of(RequestKind kind);
[[nodiscard]] std::string_view text_of(RequestKind kind);
[[nodiscard]] std::optional<RequestKind> kind_from_key(std::string_view key);

enum class RequestState { received, acknowledged, done, refused };
[[nodiscard]] std::string_view key_of(RequestState state);
[[nodiscard]] std::string_view text_of(RequestState state);
[[nodiscard]] std::optional<RequestState> state_from_key(std::string_view key);

/// What somebody asks about their data, and how far it has come. Whole days.
struct DataRequest {
    RequestId id{};
    std::string code{};
    RequestKind kind{};
    RequestState state{};
    std::optional<AccountId> account{};  ///< none: a person without an account, on paper
    std::string asker{};                 ///< name
    std::string contact{};               ///< may be empty for those with an account
    std::string wish{};
    organisation::AgencyId agency{};  ///< whose desk it lies on
    Date received_on{};
    Date acknowledge_by{};
    Date finish_by{};
    bool with_others{};  ///< processors or third parties must stop too
    std::optional<Date> acknowledged_on{};
    std::string extension_reason{};  ///< empty: not extended
    std::optional<Date> answered_on{};
    std::string answer{};
    std::int64_t version{};

    [[nodiscard]] bool is_open() const { return !answered_on; }
    /// The day that comes next; of an answered one, that of the promise.
    [[nodiscard]] Date due() const
    {
        return state == RequestState::received ? acknowledge_by : finish_by;
    }
    [[nodiscard]] bool is_overdue(Date today) const { return is_open() && today > due(); }

    /// conflict "personal_data.request.already_acknowledged".
    [[nodiscard]] Result<void> acknowledge(Date today);
    /// Once, with a reason, to a later day that is not beyond `latest`. conflict
    /// "….not_acknowledged", "….already_extended"; invalid "….reason_missing", "….extension_wrong".
    [[nodiscard]] Result<void> extend(Date until, Date latest, std::string reason);
    /// Done, or refused; always with words for the person. Who answers at once has acknowledged.
    /// conflict "….already_answered"; invalid "….answer_missing".
    [[nodiscard]] Result<void> close(RequestState outcome, std::string words, Date today);
};

}  // namespace caicach::personal_data
