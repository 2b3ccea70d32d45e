#pragma once
#include <optional>
#include <string_view>

#include "plan/importer/words.hpp"

/// The words of the genre, as data: what labels, column headings, section headings and landmarks
/// of these documents say. Rules ask here; a new manner of a province is a new row in
/// lexicon.cpp, not a new branch.
namespace caicach::plan::importer
{

/// What a labelled line ("Cơ quan chủ trì: …") or a table column gives.
enum class Label {
    ordinal,    ///< column: STT
    statement,  ///< column: the task itself
    target,     ///< column: the target itself
    unit,       ///< column: unit of the value
    value,      ///< column: the value to reach
    baseline,   ///< column: last year's value
    lead,
    perform,  ///< "Cơ quan thực hiện"
    support,
    oversee,
    direct,            ///< "Cơ quan chỉ đạo"
    lead_and_oversee,  ///< "Cơ quan chủ trì, hướng dẫn"
    schedule,
    frequency,
    budget,
    product,
    audience,
    remark,
    content,  ///< opens a list of contents ("Nội dung tuyên truyền:")
    form,     ///< opens a list of forms ("Hình thức:")
};

/// Labels that may stand before a colon.
[[nodiscard]] const PhraseTable<Label>& labels();
struct LabelHit {
    Label label{};
    std::size_t end{};  ///< the word behind
};
/// The label at `at`: one of the table, or one made of several roles ("Cơ quan hướng dẫn, chủ
/// trì").
[[nodiscard]] std::optional<LabelHit> label_at(const Words& words, std::size_t at);
/// Headings of table columns; a column's heading may go on behind the phrase.
[[nodiscard]] const PhraseTable<Label>& columns();
/// True where the line opens with a label and a colon.
[[nodiscard]] bool begins_with_label(std::string_view text);

/// "Chỉ tiêu: 100% hồ sơ đúng hạn": what stands behind the colon; empty for other lines.
[[nodiscard]] std::string_view stated_target(std::string_view text);

/// What kind of section a heading opens.
enum class Section { purpose, target, topic, channel, activity, duty, funding };
[[nodiscard]] std::optional<Section> section_of(std::string_view heading);

/// Lines that part the document (Nghị định 30/2020/NĐ-CP, Phụ lục I).
enum class Landmark {
    recipients,  ///< "Nơi nhận:"
    signature,   ///< "TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "CHỦ TỊCH"
    motto,       ///< "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - …"
    letterhead,  ///< "ỦY BAN NHÂN DÂN"
    number,      ///< "Số: …"
    plan,        ///< "KẾ HOẠCH"
    decision,    ///< "QUYẾT ĐỊNH"
    annex,       ///< "PHỤ LỤC I", "DANH MỤC …"
    enclosed,    ///< "(Ban hành kèm theo …)"
};
[[nodiscard]] std::optional<Landmark> landmark_of(std::string_view line);
[[nodiscard]] bool ends_document_part(std::string_view line);

/// Words that say which role the agencies before (or, with "với", after) them have.
enum class RoleVerb { lead, support, oversee, act };
[[nodiscard]] const PhraseTable<RoleVerb>& role_verbs();
/// Words that add nothing to a role statement ("triển khai thực hiện theo quy định").
[[nodiscard]] bool is_role_filler(std::string_view folded);
/// A word (small letters, with its diacritics) after which a sentence cannot end.
[[nodiscard]] bool is_connective(std::string_view word);
/// True where the text begins as statements of tasks do ("Phối hợp …", "Chủ trì …"): inside a
/// sentence such a word has no capital.
[[nodiscard]] bool opens_statement(std::string_view text);
/// Words with which the name of an agency begins.
[[nodiscard]] bool is_agency_head(std::string_view folded);
/// The same of the word at `at`, which a capital behind may make the name of a place: "Hải quan"
/// heads an agency, "Hải Vân" does not.
[[nodiscard]] bool heads_agency(const Words& words, std::size_t at);

}  // namespace caicach::plan::importer
