#pragma once
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "http/request.hpp"
#include "plan/edition.hpp"

/// Two people change one thing at once. What each of them changed is told by what their form began
/// with, which goes along with all that is sent: edits of different fields are both kept, and only
/// a field that both changed, to different values, is asked about.
namespace caicach::plan
{

/// One thing a person can change, compared and taken by itself.
template <class Record>
struct MergedField {
    bool (*same)(const Record&, const Record&){};
    void (*take)(Record& into, const Record& from){};
};

/// The versions that meet. `base` is what my form began with; without it, whatever differs is
/// contested. Three are read from a form, which may round what it shows: `shown` is `stored` as a
/// form reads it.
template <class Record>
struct Versions {
    std::optional<Record> base{};
    Record mine{};
    Record stored{};
    Record shown{};
};

template <class Record>
struct Merged {
    Record kept{};        ///< what is stored, with all of mine that nobody else changed
    Record wanted{};      ///< `kept`, and mine where both changed the same
    bool has_changes{};   ///< `kept` is not what is stored
    bool is_contested{};  ///< `wanted` is not `kept`
};

template <class Record>
Merged<Record> merge_fields(const Versions<Record>& of, std::span<const MergedField<Record>> fields)
{
    Merged<Record> merged{.kept = of.stored, .wanted = of.stored};
    for (const auto& field : fields) {
        if (field.same(of.mine, of.shown) || (of.base && field.same(of.mine, *of.base))) continue;
        field.take(merged.wanted, of.mine);
        if (of.base && field.same(of.shown, *of.base)) {
            field.take(merged.kept, of.mine);
            merged.has_changes = true;
        } else {
            merged.is_contested = true;
        }
    }
    return merged;
}

[[nodiscard]] Merged<Item> merge(const Versions<Item>& versions);
[[nodiscard]] Merged<DocumentRecord> merge(const Versions<DocumentRecord>& versions);

/// The field that says what a form began with: a JSON list of names and values.
inline constexpr std::string_view base_field = "base";
[[nodiscard]] std::string base_text(const std::vector<http::Field>& fields);
/// What the sender's form would have sent untouched; none where it does not say.
[[nodiscard]] std::optional<http::Request> base_of(const http::Request& request);
/// What of `stored` a form that sent `mine` does not show. Rows of lists are left out: they are
/// written anew with every answer.
[[nodiscard]] std::vector<http::Field> news_for(const std::vector<http::Field>& mine,
                                                const std::vector<http::Field>& stored);
/// Fields as if they had been sent.
[[nodiscard]] Result<http::Request> as_request(std::vector<http::Field> fields);

}  // namespace caicach::plan
