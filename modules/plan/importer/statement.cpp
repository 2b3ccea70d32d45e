#include "plan/importer/statement.hpp"

#include "plan/importer/words.hpp"
#include "text/text.hpp"

namespace caicach::plan::importer
{
namespace
{

struct LabelPlace {
    std::size_t begin{};
    std::size_t value{};  ///< first word of the value
    Label label{};
};

/// Labels stand at the beginning or behind a mark, and a colon follows them.
std::vector<LabelPlace> labels_of(const Words& words)
{
    std::vector<LabelPlace> places;
    for (std::size_t at = 0; at < words.size(); ++at) {
        if (at > 0) {
            const auto& mark = words[at - 1];
            const bool opens = mark.folded == "." || mark.folded == ";" || mark.folded == "(" ||
                               mark.folded == "," || mark.folded == "-" || mark.folded == "+" ||
                               mark.folded == "*" || mark.folded == "[";
            if (!opens) continue;
        }
        const auto hit = label_at(words, at);
        if (!hit || !words.is(hit->end, ":")) continue;
        const auto label = hit->label;
        // "Nội dung:" and "Hình thức:" open lists; inside a sentence they are words.
        if (at > 0 && (label == Label::content || label == Label::form || label == Label::remark)) {
            continue;
        }
        places.push_back({at, hit->end + 1, label});
        at = hit->end;
    }
    return places;
}

/// Without the marks that parted it from its neighbours.
std::string_view without_edges(std::string_view text, bool closing_bracket)
{
    text = text::trim(text);
    for (bool again = true; again && !text.empty();) {
        again = false;
        for (const auto mark : {';', ',', '-', '+', '*', '('}) {
            if (text.ends_with(mark)) {
                text.remove_suffix(1);
                text = text::trim(text);
                again = true;
            }
        }
        if (closing_bracket && (text.ends_with(')') || text.ends_with(']') ||
                                text.ends_with(").") || text.ends_with(");"))) {
            text.remove_suffix(text.ends_with(')') || text.ends_with(']') ? 1 : 2);
            text = text::trim(text);
            closing_bracket = false;
            again = true;
        }
    }
    return text;
}

}  // namespace

Statement split_statement(std::string_view text)
{
    Statement statement;
    const Words words{text};
    const auto places = labels_of(words);
    if (places.empty()) {
        statement.title = text;
        return statement;
    }
    const std::string_view all = words.text();
    statement.title = without_edges(all.substr(0, words[places.front().begin].begin), false);
    const bool bracketed = places.front().begin > 0 && words.is(places.front().begin - 1, "(");
    for (std::size_t i = 0; i < places.size(); ++i) {
        const auto begin =
            places[i].value < words.size() ? words[places[i].value].begin : all.size();
        const auto end = i + 1 < places.size() ? words[places[i + 1].begin].begin : all.size();
        const auto value = end > begin ? all.substr(begin, end - begin) : std::string_view{};
        const bool last = i + 1 == places.size();
        statement.fields.push_back(
            {places[i].label, std::string{without_edges(value, bracketed && last)}});
    }
    return statement;
}

}  // namespace caicach::plan::importer
