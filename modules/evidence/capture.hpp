#pragma once
#include <optional>
#include <string>
#include <string_view>

#include "evidence/fact.hpp"
#include "manifest/context.hpp"

/// Part of the module's door (api.hpp includes it). Where a fact's link points at a page of ours,
/// the page is kept as visitors see it at that moment: what is changed or taken off later stays
/// proven.
namespace caicach::evidence
{

/// Asked of the program itself: what somebody who is not signed in gets at a path of ours. Made in
/// process, without any network. Nothing answers where pages are not served.
struct OwnPageAsked {
    std::string_view target{};  ///< "/ke-hoach/cchc-2026?muc=2"
    int& status;
    std::string& page;  ///< the HTML, as served
};

/// A page that was kept, before the fact that it proves is recorded.
struct KeptPage {
    attachment::KeptFile file{};
    Instant taken_at{};
};
/// Keeps the page behind `link`; nothing where the link is none of ours. Call it before the
/// transaction is opened. invalid "evidence.capture.not_public" where visitors get no page there.
[[nodiscard]] Result<std::optional<KeptPage>> keep_own_page(Context& context,
                                                            std::string_view link);
/// Makes the kept page the proof of a fact that was just recorded.
[[nodiscard]] Result<void> add_capture(Context& context, database::Transaction& transaction,
                                       FactId fact, const KeptPage& kept);
/// A correction that leaves the link as it was keeps what was taken then.
[[nodiscard]] Result<void> pass_on_capture(database::Transaction& transaction, FactId from,
                                           FactId to);

struct Capture {
    attachment::AttachmentId file{};
    Instant taken_at{};
};
/// Nothing where none was taken.
[[nodiscard]] Result<std::optional<Capture>> capture_of(database::Transaction& transaction,
                                                        FactId fact);

}  // namespace caicach::evidence
