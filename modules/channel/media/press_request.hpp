#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "calendar/date.hpp"
#include "channel/media/ids.hpp"
#include "channel/media/press_rules.hpp"
#include "evidence/api.hpp"
#include "identity/api.hpp"
#include "manifest/context.hpp"
#include "organisation/api.hpp"

/// A newspaper or a station asks an agency something; somebody takes it, and answers in time.
namespace caicach::channel
{

inline constexpr std::string_view press_object = "channel.press_request";

inline constexpr evidence::FactKind press_answered_fact{"channel.press_answered", "Trả lời báo chí",
                                                        "lần", ""};
inline constexpr evidence::FactKind press_interview_fact{
    "channel.press_interview", "Trả lời phỏng vấn báo chí", "cuộc", "talk"};

enum class PressState : std::uint8_t { open, answered, declined };
[[nodiscard]] std::string_view key_of(PressState state);
[[nodiscard]] std::string_view text_of(PressState state);

struct PressRequest {
    PressRequestId id{};
    std::string code{};
    organisation::AgencyId agency{};  ///< that was asked
    OutletId outlet{};
    std::string outlet_name{};  ///< read with it, never written
    std::string journalist{};   ///< name and how to reach; forgotten when all is said
    PressManner manner{};
    std::string subject{};
    std::string question{};
    Date asked_on{};
    Date due_on{};
    PressState state{};
    AccountId taken_by{};  ///< 0: nobody has it yet
    std::string answer{};  ///< or why it was declined
    std::optional<Date> answered_on{};
    AccountId author{};
    Instant made_at{};
    std::int64_t version{};

    [[nodiscard]] bool is_late(Date today) const
    {
        return answered_on.value_or(today) > due_on && state != PressState::declined;
    }
};

/// Rows ↔ requests.
class PressStore
{
public:
    explicit PressStore(database::Transaction& transaction) : m_transaction(transaction) {}

    /// not_found "channel.press.not_found".
    [[nodiscard]] Result<PressRequest> find(std::string_view code);
    /// Open ones first, the most urgent on top; then the newest.
    [[nodiscard]] Result<std::vector<PressRequest>> of_agency(organisation::AgencyId agency,
                                                              int count);
    [[nodiscard]] Result<void> insert(PressRequest& request);
    /// conflict "base.changed_meanwhile".
    [[nodiscard]] Result<void> save(const PressRequest& request);

private:
    database::Transaction& m_transaction;
};

/// As a person types it while the journalist speaks.
struct TypedPressRequest {
    std::string outlet{};
    bool adds_outlet{};
    std::string journalist{};
    PressManner manner{};
    std::string subject{};
    std::string question{};
    Date asked_on{};
};

/// Due so many working days later (press_rules.csv). forbidden; invalid "channel.press.in_future",
/// "….secret", "channel.outlet.unknown".
[[nodiscard]] Result<PressRequest> note_press_request(Context& context,
                                                      database::Transaction& transaction,
                                                      organisation::AgencyId agency,
                                                      const TypedPressRequest& typed);
/// The actor sees to it. conflict "channel.press.closed".
[[nodiscard]] Result<void> take_press_request(Context& context, database::Transaction& transaction,
                                              PressRequest request);
/// What was said, and when: a fact. Who asked is forgotten. invalid "channel.press.answer",
/// "….answered_on".
[[nodiscard]] Result<void> answer_press_request(Context& context,
                                                database::Transaction& transaction,
                                                PressRequest request, std::string answer,
                                                Date answered_on);
/// Another agency's, or nothing to be told: with the reason, and no fact.
[[nodiscard]] Result<void> decline_press_request(Context& context,
                                                 database::Transaction& transaction,
                                                 PressRequest request, std::string reason);

}  // namespace caicach::channel
