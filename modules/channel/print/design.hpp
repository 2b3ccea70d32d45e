#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "base/time.hpp"
#include "calendar/date.hpp"
#include "channel/ids.hpp"
#include "channel/print/wording.hpp"
#include "identity/api.hpp"
#include "organisation/api.hpp"

/// A poster, leaflet or counter sheet of an agency: a template with words in it.
namespace caicach::channel
{

enum class DesignState : unsigned char {
    draft,
    submitted,  ///< waits for whoever approves
    returned,   ///< with what is to be mended
    published,
    withdrawn,  ///< was public; its page says why it is gone
};
[[nodiscard]] std::string_view key_of(DesignState state);
[[nodiscard]] std::optional<DesignState> design_state_from(std::string_view key);
[[nodiscard]] std::string_view text_of(DesignState state);

/// What its officer chooses and types.
struct DesignText {
    std::string shape{};  ///< a Template's key
    std::string palette{};
    Wording wording{};
    std::optional<Date> valid_until{};  ///< the last day on which it holds
};

struct Design {
    DesignId id{};
    std::string code{};  ///< public, of those who design it
    organisation::AgencyId agency{};
    AccountId author{};
    AccountId last_writer{};
    DesignState state{};
    DesignText text{};
    std::string slug{};    ///< of its public page; empty until it is published
    std::string reason{};  ///< why it was returned or withdrawn
    std::optional<Instant> published_at{};
    Instant made_at{};
    std::int64_t version{};
};

enum class DesignAct : unsigned char {
    edit,
    discard,
    submit,
    take_back,
    send_back,
    publish,
    withdraw,
};
/// What the person may do at its agency, and whether he wrote of it.
struct DesignRights {
    bool designs{};
    bool approves{};
    bool is_writer{};
};
/// Nobody approves what he wrote himself.
[[nodiscard]] bool may(const Design& design, const DesignRights& rights, DesignAct act);
/// conflict "channel.print.not_now" with the state in words; forbidden "channel.print.own" for the
/// writer's own approval, "channel.print.not_yours" else.
[[nodiscard]] Result<void> require_act(const Design& design, const DesignRights& rights,
                                       DesignAct act);

}  // namespace caicach::channel
