#pragma once
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "attachment/api.hpp"
#include "base/id.hpp"
#include "base/result.hpp"
#include "base/time.hpp"
#include "calendar/date.hpp"
#include "evidence/product.hpp"
#include "organisation/api.hpp"

/// Part of the module's door (api.hpp includes it): facts, how they are recorded and found.
namespace caicach::evidence
{

struct FactTag;
using FactId = Id<FactTag>;

/// A kind of fact. Modules declare theirs as constants: key "newsroom.article_published".
struct FactKind {
    std::string_view key{};   ///< module, dot, what happened; for ever
    std::string_view text{};  ///< "Tin, bài đã đăng"
    std::string_view unit{};  ///< "tin, bài": what `quantity` counts
    /// Which Product a fact of this kind brings (product.hpp): plans count those; empty: none.
    std::string_view product{};
};

/// All kinds of this program, put together from the modules' constants by app/.
class FactKinds
{
public:
    /// conflict "evidence.kind.declared_twice" where the key has another text or unit already.
    [[nodiscard]] Result<void> add(const FactKind& kind);
    /// Nothing where no module declares it (any more).
    [[nodiscard]] const FactKind* find(std::string_view key) const;
    /// In order of keys.
    [[nodiscard]] std::span<const FactKind> all() const { return m_kinds; }

private:
    std::vector<FactKind> m_kinds{};
};

/// What is recorded. The agency is the one of that time; figures roll up to successors later.
struct Fact {
    FactKind kind{};
    organisation::AgencyId agency{};
    Date happened_on{};
    std::int64_t quantity{1};            ///< in the kind's unit; 0 takes a superseded fact back
    std::string title{};                 ///< "Bản tin tháng 3: …"
    std::string link{};                  ///< http or https; may be empty
    std::string file_sha256{};           ///< 64 lower-case hexadecimal digits, or empty
    std::string source_module{};         ///< "newsroom"
    std::int64_t source_object{};        ///< that module's id of the thing; 0 for none
    std::optional<FactId> supersedes{};  ///< the fact that this one corrects
    attachment::AttachmentId file{};     ///< of `file_sha256`, where it is kept here
    bool is_typed{};  ///< a person typed it in; people of its agency correct it on its page
};

/// What became of a fact. Only what counts is in `facts` and `total`.
enum class Standing {
    counts,
    refused,     ///< by a reviewer, with a reason
    superseded,  ///< a correction stands for it
    taken_back,  ///< a correction with quantity 0
};

/// A fact as it stands in the ledger.
struct RecordedFact {
    FactId id{};
    std::string code{};  ///< stands in addresses
    std::string kind{};  ///< the FactKind's key
    std::string unit{};
    std::string product{};  ///< a Product's key, or empty
    organisation::AgencyId agency{};
    Date happened_on{};
    std::int64_t quantity{};
    std::string title{};
    std::string link{};
    std::string file_sha256{};
    std::string source_module{};
    std::int64_t source_object{};
    std::optional<FactId> supersedes{};
    Instant recorded_at{};
    std::int64_t recorded_by{};  ///< the AccountId's value; 0 for system accounts
    attachment::AttachmentId file{};
    bool is_typed{};
    Standing standing{};
};
/// Its page, for who may see facts of its agency.
[[nodiscard]] std::string fact_path(const RecordedFact& fact);

/// Told in the transaction that recorded a fact, a correction too: then `fact.supersedes` counts no
/// more. What counts facts (obligations) hears it here.
struct FactRecorded {
    RecordedFact fact{};
};

/// A reviewer refused a fact, which then counts no more, or accepted it again.
struct FactReviewed {
    RecordedFact fact{};
    bool counts{};
};

/// Something that a fact counts for, as its page shows it.
struct FactUse {
    std::string text{};  ///< "II.1. Đăng tin, bài (Tháng 3/2026)"
    std::string path{};  ///< empty where the reader may not see it
    std::string why{};
};
/// Asked when a fact is shown: what counts facts adds what this one counts for, and what somebody
/// may think that it counts for and why it does not.
struct FactUsesAsked {
    const RecordedFact& fact;
    std::vector<FactUse>* uses{};
    std::vector<FactUse>* not_uses{};
};

/// Asked what a table means by "12/KH-UBND II.5": who keeps what agencies owe says for what a fact
/// of that agency, product and day is reported. Left as it is: nobody knows it.
struct DutyAsked {
    std::string_view text{};
    organisation::AgencyId agency{};
    std::string_view product{};  ///< a Product's key, or empty
    Date day{};
    Fact* fact{};  ///< takes its source_module and source_object
};

/// Appends in the caller's transaction and tells FactRecorded. invalid:
/// "evidence.fact.kind_missing", "….agency_missing", "….in_future", "….quantity_negative",
/// "….title_missing", "….title_too_long", "….link_malformed", "….hash_malformed"; not_found
/// "evidence.fact.not_found" (to supersede); conflict "evidence.fact.already_superseded",
/// "evidence.fact.other_kind". A correction corrects the last link of its chain.
[[nodiscard]] Result<FactId> record(Context& context, database::Transaction& transaction,
                                    const Fact& fact);

/// The last fact of a page; the next page goes on behind it.
struct After {
    Date happened_on{};
    FactId id{};
};

/// Longest page of facts.
inline constexpr int facts_at_once = 200;

/// Which facts: those that count (neither corrected, nor refused, nor taken back), of days `from`
/// to `to` included.
struct FactQuery {
    std::optional<organisation::AgencyId> agency{};
    std::string kind{};     ///< a key; empty for all
    std::string product{};  ///< a Product's key; empty for all
    Date from{};
    Date to{};
    std::optional<After> after{};
    int limit{50};  ///< capped at facts_at_once
};
/// By the day they happened, then as recorded.
[[nodiscard]] Result<std::vector<RecordedFact>> facts(database::Transaction& transaction,
                                                      const FactQuery& query);

/// How many facts count and their quantities together, from the ledger itself.
struct Total {
    std::int64_t facts{};
    std::int64_t quantity{};
};
[[nodiscard]] Result<Total> total(database::Transaction& transaction, const FactQuery& query);

[[nodiscard]] Result<RecordedFact> fact_by_id(database::Transaction& transaction, FactId id);
/// A fact and those that it superseded, newest first.
[[nodiscard]] Result<std::vector<RecordedFact>> history(database::Transaction& transaction,
                                                        FactId id);
/// The facts that count about one thing of a module, for its page.
[[nodiscard]] Result<std::vector<RecordedFact>> facts_of_object(database::Transaction& transaction,
                                                                std::string_view source_module,
                                                                std::int64_t source_object);

}  // namespace caicach::evidence
