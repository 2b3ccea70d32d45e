#include "evidence/fact_history.hpp"

#include <algorithm>
#include <utility>

#include "evidence/review.hpp"
#include "evidence/subject.hpp"
#include "identity/api.hpp"

namespace caicach::evidence
{
namespace
{

void compare(HistoryEntry& entry, std::string_view field, std::string before, std::string after)
{
    if (before == after) return;
    entry.changes.push_back({std::string{field}, std::move(before), std::move(after)});
}

std::string amount_of(const RecordedFact& fact)
{
    return std::to_string(fact.quantity) + " " + fact.unit;
}

HistoryEntry entry_of(const RecordedFact& fact, const RecordedFact* corrected)
{
    HistoryEntry entry{.at = fact.recorded_at};
    if (corrected == nullptr) {
        entry.text = "Ghi nhận: " + amount_of(fact);
        return entry;
    }
    if (fact.quantity == 0) {
        entry.text = "Rút lại";
        return entry;
    }
    entry.text = corrected->quantity == 0 ? "Ghi lại" : "Sửa";
    compare(entry, "Đã làm gì", corrected->title, fact.title);
    compare(entry, "Ngày làm xong", corrected->happened_on.vietnamese(),
            fact.happened_on.vietnamese());
    compare(entry, "Số lượng", amount_of(*corrected), amount_of(fact));
    compare(entry, "Địa chỉ trang", corrected->link, fact.link);
    if (corrected->file_sha256 != fact.file_sha256) entry.text += ", thay tệp minh chứng";
    return entry;
}

std::string text_of(const Review& review)
{
    const std::string text{label_of(review.step)};
    return review.text.empty() ? text : text + ": " + review.text;
}

}  // namespace

Result<std::string> name_of_account(database::Transaction& transaction, AccountId account)
{
    if (!account) return std::string{"Phần mềm"};
    const auto found = identity::account_by_id(transaction, account);
    if (found) return found->name;
    if (found.error().kind == Failure::not_found) return std::string{"Tài khoản không còn nữa"};
    return tl::unexpected<Error>(found.error());
}

Result<std::vector<HistoryEntry>> history_of(database::Transaction& transaction,
                                             const std::vector<RecordedFact>& chain)
{
    std::vector<HistoryEntry> entries;
    const auto shown = std::min(chain.size(), corrections_shown_max);
    for (std::size_t i = 0; i < shown; ++i) {
        const auto* corrected = i + 1 < chain.size() ? &chain[i + 1] : nullptr;
        auto entry = entry_of(chain[i], corrected);
        entry.who = TRY(name_of_account(transaction, AccountId{chain[i].recorded_by}));
        if (corrected != nullptr && chain[i].quantity != 0) {
            auto before = TRY(subjects_in_words(transaction, *corrected));
            auto after = TRY(subjects_in_words(transaction, chain[i]));
            compare(entry, "Cơ quan được kiểm tra", std::move(before), std::move(after));
        }
        entries.push_back(std::move(entry));
        const auto reviews = TRY(reviews_of(transaction, chain[i].id));
        for (const auto& review : reviews) {
            const auto name = TRY(name_of_account(transaction, review.account));
            entries.push_back({.at = review.taken_at,
                               .text = text_of(review),
                               .who = name + ", " + review.agency_name});
        }
    }
    std::ranges::stable_sort(entries, std::ranges::greater{}, &HistoryEntry::at);
    return entries;
}

}  // namespace caicach::evidence
