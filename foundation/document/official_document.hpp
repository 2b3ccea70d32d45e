#pragma once
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "base/result.hpp"
#include "calendar/date.hpp"

/// Official documents as Word files, in the layout of Nghị định 30/2020/NĐ-CP, Phụ lục I. Values
/// in, bytes out: who writes to whom and what is the caller's, how it stands on paper is decided
/// here. Every file is a draft: whoever signs opens it in Word first.
namespace caicach::document
{

/// Words of one shape. '\n' breaks the line.
struct OfficialRun {
    std::string text{};
    bool is_bold{};
    bool is_italic{};
};

enum class OfficialParagraphKind {
    body,     ///< justified, first line indented
    basis,    ///< "Căn cứ …;" in italics
    heading,  ///< "1. Kết quả": bold, indented, with what follows
    title,    ///< "QUYẾT ĐỊNH:": bold, centred
    // Khoản 6: those that the writer numbers, so that nobody counts by hand.
    part,     ///< "Phần I", its title below
    chapter,  ///< "Chương I", its title below
    section,  ///< "Mục 1", its title below
    article,  ///< "Điều 1. …": bold, indented
    clause,   ///< "1. …"
    point,    ///< "a) …"
};

struct OfficialParagraph {
    OfficialParagraphKind kind{OfficialParagraphKind::body};
    std::vector<OfficialRun> runs{};
};
/// A paragraph of one shape throughout.
[[nodiscard]] OfficialParagraph official_paragraph(
    std::string text, OfficialParagraphKind kind = OfficialParagraphKind::body);

enum class OfficialAlignment { left, centre, right };

struct OfficialColumn {
    std::string title{};
    int share{1};  ///< of the width, beside the shares of the others
    OfficialAlignment alignment{OfficialAlignment::left};
};
struct OfficialRow {
    std::vector<std::string> cells{};  ///< as many as there are columns
    bool is_bold{};                    ///< a sum, or the head of a group
};
/// With a row of titles that Word repeats on each page.
struct OfficialTable {
    std::vector<OfficialColumn> columns{};
    std::vector<OfficialRow> rows{};
};

using OfficialBlock = std::variant<OfficialParagraph, OfficialTable>;

/// After the signature, on pages of its own that are numbered anew. Several are told apart by
/// Roman numerals, which the writer gives.
struct OfficialAnnex {
    std::string title{};
    std::string note{};   ///< "(Kèm theo Báo cáo số … )"; may be empty
    bool is_landscape{};  ///< for wide tables
    std::vector<OfficialBlock> blocks{};
};

/// What stands above and below the place of the signature. Empty: room for both by hand.
struct OfficialSignature {
    std::vector<std::string> lines{};  ///< "KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC"
    std::string name{};                ///< "Lê Văn Tám"
};

/// Khoản 10, điểm b: how fast it has to go.
enum class OfficialUrgency { none, urgent, very_urgent, express };
/// Khoản 11: whom it may reach.
enum class OfficialCirculation { open, to_be_returned, internal };

struct OfficialDocument {
    std::string parent{};  ///< "UBND tỉnh Sông Lam"; empty for those that print none
    std::string issuer{};
    std::string number{};                   ///< "05/BC-SNV"; "/BC-SNV" leaves room for the registry
    std::string place{};                    ///< "Sông Lam"
    std::optional<Date> date{};             ///< none: left open
    std::string kind{};                     ///< "Báo cáo"; empty: a letter (công văn)
    std::string subject{};                  ///< of a letter: what follows "V/v"
    std::vector<std::string> addressees{};  ///< "Kính gửi:"; without marks at their ends
    std::vector<OfficialBlock> body{};      ///< the writer closes it with "./."
    std::vector<std::string> recipients{};  ///< "Nơi nhận:"; without marks at their ends
    OfficialSignature signature{};
    std::vector<OfficialAnnex> annexes{};
    OfficialUrgency urgency{OfficialUrgency::none};
    OfficialCirculation circulation{OfficialCirculation::open};
    std::string drafter{};  ///< initials of who wrote it; may be empty
    int copies{};           ///< how many go out; 0: is not said
    bool is_landscape{};    ///< only where the body holds a table, and that is no annex
};

/// The type of the answer that carries such a file.
inline constexpr const char* docx_type =
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

/// A .docx; the same document gives the same bytes. too_large "document.limit.official" beyond
/// limits::official_pieces_max or official_text_bytes_max; invalid "document.landscape".
[[nodiscard]] Result<std::string> write_docx(const OfficialDocument& document);

}  // namespace caicach::document
