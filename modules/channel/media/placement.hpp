#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "attachment/api.hpp"
#include "calendar/date.hpp"
#include "channel/media/ids.hpp"
#include "evidence/api.hpp"
#include "identity/api.hpp"
#include "newsroom/api.hpp"
#include "organisation/api.hpp"

/// One thing that appeared elsewhere, on a day: a column on television, a page in a newspaper, a
/// post on a network. Its proof is its address, or a picture of it.
namespace caicach::channel
{

inline constexpr std::string_view placement_object = "channel.placement";

enum class PlacementState : std::uint8_t {
    waiting,     ///< for a second person's eyes
    counted,     ///< the ledger has it
    taken_back,  ///< it was none, or was refused; with a reason
};
[[nodiscard]] std::string_view key_of(PlacementState state);
[[nodiscard]] std::string_view text_of(PlacementState state);
[[nodiscard]] std::optional<PlacementState> placement_state_from(std::string_view key);

struct Placement {
    PlacementId id{};
    std::string code{};
    organisation::AgencyId agency{};  ///< that it counts for
    std::string kind{};               ///< a PlacementKind's key; stays
    OutletId outlet{};
    std::string outlet_name{};  ///< read with it, never written
    Date happened_on{};
    std::int64_t minutes{};  ///< 0: not told in minutes
    std::string title{};
    std::string link{};
    newsroom::ArticleId article{};    ///< of ours that it came from; 0: none
    attachment::AttachmentId file{};  ///< 0: none
    std::string file_sha256{};
    PlacementState state{};
    std::string reason{};  ///< why it was taken back
    evidence::FactId fact{};
    AccountId author{};  ///< who wrote it last
    Instant made_at{};
    std::int64_t version{};

    /// What it must not share with another: its page, else where, when and what.
    [[nodiscard]] std::string same_key() const;
    /// "Một cửa sáng thứ Bảy (Đài Sông Lam, 10 phút)".
    [[nodiscard]] std::string fact_title() const;
};

}  // namespace caicach::channel
