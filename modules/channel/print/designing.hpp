#pragma once
#include <string>
#include <string_view>

#include "channel/print/design.hpp"
#include "document/poster.hpp"
#include "evidence/api.hpp"
#include "manifest/context.hpp"

/// What happens to a design, each in the caller's transaction and with its audit line.
namespace caicach::channel
{

inline constexpr std::string_view design_object = "channel.print_design";
inline constexpr evidence::FactKind infographic_fact{"channel.infographic_published",
                                                     "Đồ họa đã công bố", "đồ họa", "infographic"};
inline constexpr evidence::FactKind handed_out_fact{"channel.print_handed_out",
                                                    "Ấn phẩm đã in và phát", "bản", "print"};

[[nodiscard]] DesignRights rights_to(const Context& context, const Design& design);

/// The design as it looks; whoever's it is on `context.today()`. What does not fit is refused with
/// its field. invalid "channel.print.address", "channel.print.template" and what `composed` says.
[[nodiscard]] Result<document::Poster> poster_of(const Context& context, const DesignText& text,
                                                 std::string_view agency);

/// Refused while it does not fit its template; invalid "channel.print.secret" of the title.
[[nodiscard]] Result<Design> begin_design(Context& context, database::Transaction& transaction,
                                          organisation::AgencyId agency, const DesignText& text);
[[nodiscard]] Result<void> change_design(Context& context, database::Transaction& transaction,
                                         Design design, const DesignText& text);
[[nodiscard]] Result<void> discard_design(Context& context, database::Transaction& transaction,
                                          const Design& design);
[[nodiscard]] Result<void> submit_design(Context& context, database::Transaction& transaction,
                                         Design design);
[[nodiscard]] Result<void> take_back_design(Context& context, database::Transaction& transaction,
                                            Design design);
/// invalid "channel.print.reason" of the field "reason".
[[nodiscard]] Result<void> send_back_design(Context& context, database::Transaction& transaction,
                                            Design design, std::string reason);
/// On its public page at once, with a fact of its agency.
[[nodiscard]] Result<void> publish_design(Context& context, database::Transaction& transaction,
                                          Design design);
[[nodiscard]] Result<void> withdraw_design(Context& context, database::Transaction& transaction,
                                           Design design, std::string reason);

/// Copies that an agency printed and gave to people.
struct HandOut {
    organisation::AgencyId agency{};
    Date day{};
    std::int64_t copies{};
    std::string place{};
};
/// A fact of that agency. conflict "channel.print.not_now"; invalid "evidence.fact.in_future" of
/// the field "day".
[[nodiscard]] Result<void> record_hand_out(Context& context, database::Transaction& transaction,
                                           const Design& design, const HandOut& handed);

}  // namespace caicach::channel
