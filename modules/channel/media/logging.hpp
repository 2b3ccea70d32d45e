#pragma once
#include <optional>
#include <string>

#include "channel/media/placement.hpp"
#include "channel/media/placement_kind.hpp"
#include "manifest/context.hpp"

/// Placements are logged, corrected, confirmed and taken back, each in the caller's transaction and
/// with its audit line; the ledger follows by itself.
namespace caicach::channel
{

/// A picture or a page that proves a placement.
[[nodiscard]] const attachment::AttachmentUse& placement_file_use();

/// As a person types it.
struct TypedPlacement {
    std::string kind{};  ///< of a correction not looked at: it stays
    std::string outlet{};
    bool adds_outlet{};  ///< the list has none of that name: it is to have one
    Date happened_on{};
    std::optional<std::int64_t> minutes{};
    std::string title{};
    std::string link{};
    std::string article{};                       ///< address of ours that it came from, or empty
    std::optional<attachment::KeptFile> file{};  ///< none: of a correction, the file stays
};

[[nodiscard]] bool may_see_placements(const Context& context, organisation::AgencyId agency);
/// Whether the actor may be the second person for it.
[[nodiscard]] bool may_confirm(const Context& context, const Placement& placement);

/// forbidden; invalid, with their fields: "channel.placement.kind", "….in_future", "….minutes",
/// "….secret", "….link", "….proof", "….same", "….article", "channel.outlet.unknown".
[[nodiscard]] Result<Placement> log_placement(Context& context, database::Transaction& transaction,
                                              organisation::AgencyId agency,
                                              const TypedPlacement& typed);
/// conflict "channel.placement.gone" where it was taken back.
[[nodiscard]] Result<void> change_placement(Context& context, database::Transaction& transaction,
                                            Placement placement, const TypedPlacement& typed);
/// By a second person. forbidden "channel.placement.own"; conflict "channel.placement.not_waiting".
[[nodiscard]] Result<void> confirm_placement(Context& context, database::Transaction& transaction,
                                             Placement placement);
/// Its fact counts no more; the row and its proof stay. invalid "channel.placement.reason".
[[nodiscard]] Result<void> take_back_placement(Context& context, database::Transaction& transaction,
                                               Placement placement, std::string reason);

}  // namespace caicach::channel
