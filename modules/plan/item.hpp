#pragma once
#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/id.hpp"
#include "base/result.hpp"
#include "organisation/api.hpp"
#include "plan/terms.hpp"

namespace caicach::plan
{

struct PlanTag;
using PlanId = Id<PlanTag>;
struct EditionTag;
using EditionId = Id<EditionTag>;
struct ItemTag;
using ItemId = Id<ItemTag>;

/// lead answers for the work; perform carries it out; support helps; direct gives the orders;
/// oversee watches and urges. A plan that names no lead says who performs.
enum class Role { lead, perform, support, direct, oversee };
inline constexpr std::array roles{Role::lead, Role::perform, Role::support, Role::direct,
                                  Role::oversee};

/// Who is named on an item: the canonical text of the plan and whom it means, once that is known.
struct Mention {
    std::string text{};
    std::optional<organisation::Target> target{};

    friend bool operator==(const Mention&, const Mention&) = default;
};

/// One piece of a plan. Whole days only: no plan names an hour.
struct Item {
    ItemId id{};
    EditionId edition{};
    ItemId lineage{};    ///< the first edition's item; the same through all editions
    double position{};   ///< order within the edition; halves make room between two
    std::string path{};  ///< labels from the top as printed: "II.1.a-2"
    ItemType type{ItemType::activity};
    std::string title{};
    std::vector<std::string> audience{};  ///< "officials", "citizens", "businesses"
    std::vector<Mention> lead{};
    std::vector<Mention> perform{};
    std::vector<Mention> support{};
    std::vector<Mention> direct{};
    std::vector<Mention> oversee{};
    std::optional<Schedule> schedule{};
    std::vector<Quota> quotas{};
    std::vector<Metric> metrics{};
    std::string budget{};
    std::string product{};               ///< "Sản phẩm", "Kết quả đầu ra"
    std::string excluding{};             ///< what does not count: "văn bản mật"
    std::string area{};                  ///< key of one of the fields of reform, or empty
    bool requested{};                    ///< "Đề nghị …": shown and thanked, never late
    std::vector<std::string> context{};  ///< heading texts above, from the top
    int first_line{};
    int last_line{};
    double confidence{1};
    std::vector<Note> notes{};
    bool is_reviewed{};
    bool is_removed{};
    std::int64_t version{};

    /// What stands for the item in addresses, and in the anchors of pages: its lineage's code, so
    /// that links outlive amendments.
    [[nodiscard]] std::string code() const;
    [[nodiscard]] const std::vector<Mention>& agencies(Role role) const;
    [[nodiscard]] std::vector<Mention>& agencies(Role role);
};

/// One where a single agency performs, or leads where none is said to perform; several where a
/// group does, or nobody is named.
[[nodiscard]] Doers doers_of(const Item& item);

/// Why an item still needs a person; a key of the catalogue each ("plan.need.agency_unknown").
struct Need {
    std::string key{};
    std::string about{};  ///< fills the message: a name, what a note quotes
};

/// Notes on an item that something else hangs on: it repeats the item of that path; its words stand
/// at another place of the document too, which is known and needs nobody.
inline constexpr std::string_view repeats = "plan.note.repeats";
inline constexpr std::string_view also_at = "plan.note.also_at";

/// Below this an item is shown to a person even when nothing else is wrong.
inline constexpr double confidence_enough = 0.6;

/// What stands between `item` and being put in force; nothing once a person has looked at it, save
/// what nobody can leave open: an unknown agency, a missing title, work that nobody leads or
/// performs.
[[nodiscard]] std::vector<Need> needs(const Item& item);

/// Limits and coherence; the first fault with its field.
[[nodiscard]] Result<void> validate(const Item& item);

[[nodiscard]] std::string_view name_of(Role role);  ///< "lead"
[[nodiscard]] std::optional<Role> role_from(std::string_view text);
[[nodiscard]] std::string_view label(Role role);  ///< "Chủ trì"
[[nodiscard]] std::string_view audience_label(std::string_view key);

/// The whole item as JSON: for undo, history and the difference of editions; ids of agencies
/// included.
[[nodiscard]] json::Value to_json(const Item& item);
[[nodiscard]] Item item_from(const json::Value& value);

/// What of an item is kept in its `terms` column: everything that no query asks for by itself.
[[nodiscard]] json::Value terms_json(const Item& item);
void read_terms(Item& item, const json::Value& terms);

}  // namespace caicach::plan
