#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "json/value.hpp"

/// An office's own Word file with places in it that are filled: ((so_van_ban)) where a value goes,
/// ((moi:viec_cham)) … ((het:viec_cham)) for each of a list, ((neu:…)) and ((khong:…)) where there
/// is something or nothing. A block whose signs stand in one row of a table takes the row; where
/// they stand alone in paragraphs, what is between; within a paragraph, the words between. "((("
/// says "((".
namespace caicach::document
{

/// A Word file, part by part, as it was read.
struct WordTemplate {
    struct Part {
        std::string name{};
        std::string content{};
    };
    std::vector<Part> parts{};
};

/// What is wrong, and where: everything at once. `key` is a message's.
struct TemplateFault {
    std::string place{};  ///< "Thân văn bản, bảng 2, dòng 3, ô 1"; of the whole file: empty
    std::string quote{};  ///< some letters around it
    std::string key{};
    std::vector<std::string> arguments{};
};

enum class TemplateFieldKind {
    text,       ///< ((name)); several paragraphs where it stands alone in one
    list,       ///< ((moi:name)), with fields of its own
    condition,  ///< ((neu:name)) alone
};
/// A text of each row of a list: what a list holds is no list.
struct TemplateColumn {
    std::string name{};
    std::string text{};  ///< what it is, for people
};
struct TemplateField {
    std::string name{};
    std::string text{};  ///< what it is, for people
    TemplateFieldKind kind{TemplateFieldKind::text};
    std::vector<TemplateColumn> columns{};  ///< of a list; ((stt)) is always one
};
using TemplateFields = std::vector<TemplateField>;

/// unsupported "document.template.no_word" for what is no .docx; too_large
/// "document.limit.template".
[[nodiscard]] Result<WordTemplate> read_template(std::string_view docx);

/// Faults of how signs stand, unknown names, and what no template may hold: macros, objects of
/// other programs, things that lie elsewhere, changes that nobody accepted.
[[nodiscard]] std::vector<TemplateFault> faults_of(const WordTemplate& form,
                                                   const TemplateFields& known);

/// A .docx. `values` is an object: texts by name, lists of objects, true or false; what is not
/// there stays empty. Values are not looked into. invalid "document.template.broken" where signs
/// are at fault; too_large "document.limit.official".
[[nodiscard]] Result<std::string> fill_template(const WordTemplate& form,
                                                const json::Value& values);

}  // namespace caicach::document
