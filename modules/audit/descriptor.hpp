#pragma once
#include <cstdint>
#include <string>
#include <string_view>

namespace caicach::audit
{

/// An open file; closed at the end. What fails leaves its reason in errno.
class Descriptor
{
public:
    explicit Descriptor(int number) : m_number(number) {}
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    ~Descriptor();

    [[nodiscard]] bool is_open() const { return m_number >= 0; }
    [[nodiscard]] std::int64_t size() const;
    /// At most `count` bytes from there; fewer at the end of the file.
    [[nodiscard]] std::string read_at(std::int64_t offset, std::size_t count) const;
    [[nodiscard]] bool write_all(std::string_view bytes) const;
    [[nodiscard]] bool cut_to(std::int64_t size) const;
    [[nodiscard]] bool sync() const;
    /// Waits until no other process holds it.
    [[nodiscard]] bool lock() const;

private:
    int m_number;
};

}  // namespace caicach::audit
