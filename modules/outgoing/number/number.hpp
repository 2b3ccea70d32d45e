#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "calendar/date.hpp"
#include "database/transaction.hpp"
#include "manifest/context.hpp"
#include "outgoing/number/series.hpp"

/// Numbers of documents: from 01 on the first of January in each series, each given once and never
/// again (Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục II, khoản 3). In the transaction of what
/// they are given for.
namespace caicach::outgoing
{

/// Where numbers are counted.
struct NumberPlace {
    organisation::AgencyId agency{};
    std::string series{};  ///< key of a Series
    int year{};
};
[[nodiscard]] inline NumberPlace place_of(const Series& series, int year)
{
    return {series.agency, series.key, year};
}

/// What a number is given for.
struct NumberEntry {
    DocumentId document{};  ///< none: a document that the program does not hold
    std::string symbol{};   ///< "BC-SNV"
    Date issued_on{};       ///< of the place's year
    std::string about{};    ///< what the document is about, in a line
};

enum class NumberState { used, voided };

struct GivenNumber {
    int number{};
    NumberEntry entry{};
    bool is_by_hand{};
    NumberState state{};
    std::string reason{};  ///< of voiding
};

/// "05/BC-SNV"
[[nodiscard]] std::string number_text(int number, std::string_view symbol);

/// The next one that nobody has. conflict "base.already_exists" where the document has one.
[[nodiscard]] Result<int> take_number(Context& context, database::Transaction& transaction,
                                      const NumberPlace& place, const NumberEntry& entry);
/// One that was given on paper; take_number passes it over. conflict "outgoing.number.taken";
/// invalid "outgoing.number.year" where the day is not of the place's year.
[[nodiscard]] Result<void> enter_number(Context& context, database::Transaction& transaction,
                                        const NumberPlace& place, int number,
                                        const NumberEntry& entry);
/// The number stays given. invalid "outgoing.number.not_found"; conflict
/// "outgoing.number.voided"; invalid "outgoing.number.reason_missing".
[[nodiscard]] Result<void> void_number(Context& context, database::Transaction& transaction,
                                       const NumberPlace& place, int number,
                                       std::string_view reason);
/// Up to `last` the year's numbers were given on paper: the program goes on behind it. conflict
/// "outgoing.number.begun" once it has given one.
[[nodiscard]] Result<void> begin_after(Context& context, database::Transaction& transaction,
                                       const NumberPlace& place, int last);

/// How far a series has come.
struct Counter {
    int last{};         ///< 0: none was given
    int begun_after{};  ///< up to here on paper
};
[[nodiscard]] Result<Counter> counter_of(database::Transaction& transaction,
                                         const NumberPlace& place);
/// Those below `before`, the latest first, at most `count`.
[[nodiscard]] Result<std::vector<GivenNumber>> numbers_before(database::Transaction& transaction,
                                                              const NumberPlace& place,
                                                              std::int64_t before, int count);

}  // namespace caicach::outgoing
