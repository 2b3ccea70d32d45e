#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "calendar/date.hpp"
#include "database/transaction.hpp"
#include "manifest/context.hpp"
#include "organisation/api.hpp"
#include "outgoing/ids.hpp"
#include "outgoing/number/document_kind.hpp"

/// In which order an agency numbers its documents: all of them in one, each kind in its own, and
/// those of a board that uses the agency's seal in another (Nghị định 30/2020/NĐ-CP, Phụ lục I,
/// Phần I, Mục II, khoản 3).
namespace caicach::outgoing
{

/// Stands for the letters of the kind in the symbol of a series.
inline constexpr std::string_view kind_tag = "((loai))";

/// One row of a series: what holds from a day on. Rows of one key count on.
struct Series {
    SeriesId id{};
    std::string code{};  ///< public
    organisation::AgencyId agency{};
    std::string key{};                 ///< "van-ban-di": counters and numbers know it by this
    std::string name{};                ///< "Sổ văn bản đi"
    std::vector<std::string> kinds{};  ///< keys of DocumentKind; none: all that have no other
    std::string symbol{};              ///< "((loai))-SNV"
    std::string board{};               ///< "Ban Chỉ đạo cải cách hành chính"; empty: the agency
    organisation::Validity validity{};
    std::int64_t version{};
};

/// "BC-SNV"; of a letter, which has no letters of its kind, "SNV". Pure.
[[nodiscard]] std::string symbol_of(const Series& series, const DocumentKind& kind);

/// What a person fills in.
struct NewSeries {
    organisation::AgencyId agency{};
    std::string name{};
    std::vector<std::string> kinds{};
    std::string symbol{};
    std::string board{};
    Date from{};
};
/// A series of the name of one that has ended counts on where that stopped. invalid
/// "outgoing.series.name" where no letter is in it, "outgoing.series.symbol", "outgoing.kind.
/// unknown"; conflict "outgoing.series.taken" where one of the name holds on those days,
/// "outgoing.series.kind_taken" where another of the agency numbers the same kinds.
[[nodiscard]] Result<Series> add_series(Context& context, database::Transaction& transaction,
                                        const NewSeries& series);
/// Until that day, the last on which it gives numbers. invalid "outgoing.series.ended_before".
[[nodiscard]] Result<void> end_series(Context& context, database::Transaction& transaction,
                                      const Series& series, Date last);

/// Those of an agency, with the ended ones; the latest first.
[[nodiscard]] Result<std::vector<Series>> series_of(database::Transaction& transaction,
                                                    organisation::AgencyId agency);
/// not_found "outgoing.series.not_found".
[[nodiscard]] Result<Series> series_by_code(database::Transaction& transaction,
                                            std::string_view code);
/// Which of an agency's series may number a document of that kind on that day: the agency's own
/// first, then those of boards. Pure.
[[nodiscard]] std::vector<Series> series_for(const std::vector<Series>& all, std::string_view kind,
                                             Date day);

}  // namespace caicach::outgoing
