#pragma once
#include <cstdint>
#include <random>
#include <utility>
#include <vector>

namespace caicach::app
{

/// Dice that fall alike for the same seed, with every standard library: its distributions differ.
class DemoChance
{
public:
    explicit DemoChance(std::uint64_t seed) : m_engine(seed) {}

    /// 0 … count - 1.
    int below(int count)
    {
        return static_cast<int>(m_engine() % static_cast<std::uint64_t>(count));
    }
    bool happens(int in_a_thousand) { return below(1000) < in_a_thousand; }

    template <class T>
    void shuffle(std::vector<T>& values)
    {
        for (std::size_t left = values.size(); left > 1; --left)
            std::swap(values[left - 1],
                      values[static_cast<std::size_t>(below(static_cast<int>(left)))]);
    }

private:
    std::mt19937_64 m_engine;
};

}  // namespace caicach::app
