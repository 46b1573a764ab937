import { testOrganisation } from '../../support/organisation.ts';

export const agent = 'xu-fang';
export const colleague = 'song-jie';
const contact = (id: string, zh: string, more: object = {}) => ({
  id,
  name: { zh, en: id },
  phone: '13800000011',
  ...more,
});

/** A company with two agents, and a customer with three contacts. */
export const served = () => {
  const org = testOrganisation();
  return testOrganisation({
    people: org.data.people.map((person) =>
      person.id === colleague ? { ...person, roles: [...person.roles, 'sd' as const] } : person,
    ),
    customers: [
      {
        id: 'metro',
        name: { zh: '地铁集团', en: 'Metro' },
        contacts: [
          contact('qian-ming', '钱明', { title: '机电部主任', preferred: '上午' }),
          contact('sun-li', '孙莉', { phone: '02255501200,801' }),
          contact('zhou-ye', '周野', { callingHours: { from: '14:00', to: '16:00' } }),
        ],
      },
    ],
    projects: [
      {
        id: 'metro-3',
        name: { zh: '三号线', en: 'Line 3' },
        customer: 'metro',
        department: 'omd',
        lead: 'liu-yang',
        contacts: ['qian-ming'],
      },
    ],
  });
};
